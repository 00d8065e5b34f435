package org.socialcure.core.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file under another name beside its place. While it is written it is locked, by which it is told
 * from one that a killed program has left.
 */
final class UnfinishedFile implements AutoCloseable {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final int ATTEMPTS = 5;

  private final Path path;
  private final FileChannel channel;

  private UnfinishedFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static UnfinishedFile beside(Path place) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path path = place.resolveSibling(start(place) + UUID.randomUUID() + ".part");
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      UnfinishedFile unfinished = new UnfinishedFile(path, channel);
      // Before it was locked it may have been taken for one that was left. Without locks at all,
      // nothing is ever removed.
      if (isFree(channel) && Files.exists(path) || attempt == ATTEMPTS) {
        return unfinished;
      }
      unfinished.close();
    }
  }

  private static String start(Path place) {
    return "." + WholeFile.name(place) + ".";
  }

  Path path() {
    return path;
  }

  void write(WholeFile.BinaryContent content) throws IOException {
    // Not closed before the move: closing it would give up the lock.
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
    content.writeTo(out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }

  /** Removes what programs that were killed have left beside a place. */
  static void removeLeft(Path place) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(start(place)) + ID + "\\.part");
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(
            place.resolveSibling("."), it -> name.matcher(WholeFile.name(it)).matches())) {
      for (Path sibling : siblings) {
        removeIfLeft(sibling);
      }
    }
  }

  private static void removeIfLeft(Path unfinished) {
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      if (isFree(channel)) {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException inUse) {
      // What cannot be opened or removed is not ours to remove.
    }
  }

  /** Takes the lock, unless another has it or the file system has none. */
  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException | IOException e) {
      return false;
    }
  }
}
