package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One run at a time in a folder of results, whether in this program or in another.
 *
 * <p>The lock is that of the system on a file in the folder, which a killed program gives up. Who
 * has it removes the file again, so that another may have waited for a file that no longer is the
 * one in the folder; by its length, drawn by each who gets the lock, a file is known from another.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".unfinished.lock";
  private static final int LONGEST = 1 << 30;
  private static final long PAUSE_MILLIS = 10;

  /** Locks of the system are those of a whole program. */
  private static final Lock IN_THIS_PROGRAM = new ReentrantLock();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Waits until no other run is in the folder. */
  static FolderLock of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    IN_THIS_PROGRAM.lock();
    boolean locked = false;
    try {
      for (; ; ) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
          lock(channel);
          locked = isInFolder(channel, file);
        } finally {
          if (!locked) {
            channel.close();
          }
        }
        if (locked) {
          return new FolderLock(file, channel);
        }
      }
    } finally {
      if (!locked) {
        IN_THIS_PROGRAM.unlock();
      }
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    for (; ; ) {
      try {
        channel.lock();
        return;
      } catch (OverlappingFileLockException e) {
        // The same program, loaded a second time. The channel stays open: closing it would give up
        // the lock of the other.
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.nio.channels.ClosedByInterruptException();
    }
  }

  private static boolean isInFolder(FileChannel channel, Path file) throws IOException {
    long length = ThreadLocalRandom.current().nextLong(1, LONGEST);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), length - 1);
    try {
      return Files.size(file) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      try {
        channel.close();
      } finally {
        IN_THIS_PROGRAM.unlock();
      }
    }
  }
}
