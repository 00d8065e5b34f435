package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a folder does not take files, and what to do about it. */
final class FolderFault {
  private FolderFault() {}

  /**
   * What is a file though it is named as a folder: the path itself or one that it leads through.
   */
  static Optional<Path> fileInTheWay(Path folder) {
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        return Files.isDirectory(part) ? Optional.empty() : Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /**
   * The message.
   *
   * @param folder the folder
   * @param size about how many bytes were to be written
   * @param fault what happened
   */
  static String remedy(Path folder, long size, IOException fault) {
    String reason = reason(fault).toLowerCase(Locale.ROOT);
    Optional<FileStore> store = store(folder);
    if (reason.contains("no space") || reason.contains("not enough space") || isFull(store, size)) {
      return "its disk is full: "
          + size
          + " bytes are needed; free some, or name a folder on another disk";
    }
    if (reason.contains("quota")) {
      return "your share of its disk is used up; free some, or name a folder on another disk";
    }
    if (reason.contains("read-only") || store.map(FileStore::isReadOnly).orElse(false)) {
      return "on a disk that can only be read; name a folder on another disk";
    }
    if (fault instanceof AccessDeniedException || reason.contains("not permitted")) {
      return "may not be written to; change its permissions or those of the files in it, or name"
          + " another folder";
    }
    if (fault instanceof FileSystemLoopException || reason.contains("symbolic links")) {
      return "a link leads round in a circle; name the folder itself, and remove such links in it";
    }
    if (reason.contains("too long")) {
      return "its name is too long for the disk; name it shorter";
    }
    if (fault instanceof NoSuchFileException
        || (Files.isSymbolicLink(folder) && !Files.exists(folder))) {
      return "a link leads to a folder that is not there; make that folder or remove the link";
    }
    return "cannot be written to; name a folder that can";
  }

  private static String reason(IOException fault) {
    String reason =
        fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
    return reason == null ? "" : reason;
  }

  private static boolean isFull(Optional<FileStore> store, long size) {
    try {
      return store.isPresent() && store.get().getUsableSpace() < size;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<FileStore> store(Path folder) {
    @Nullable Path part = folder.toAbsolutePath();
    while (part != null && !Files.exists(part)) {
      part = part.getParent();
    }
    try {
      return part == null ? Optional.empty() : Optional.of(Files.getFileStore(part));
    } catch (IOException | ReadOnlyFileSystemException e) {
      return Optional.empty();
    }
  }
}
