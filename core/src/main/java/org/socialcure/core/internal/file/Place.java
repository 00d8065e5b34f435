package org.socialcure.core.internal.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * The place of a file that is replaced as a whole: links that lead to it stay, and so do its
 * permissions.
 */
public final class Place {
  private static final int MOST_LINKS = 40;

  private Place() {}

  /**
   * Where links lead.
   *
   * @param file a file or a link, to something that need not exist
   * @return what is no link
   * @throws FileSystemLoopException if the links lead round in a circle
   * @throws IOException if a link cannot be read
   */
  public static Path behindLinks(Path file) throws IOException {
    Path place = file;
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }

  /**
   * Moves a complete file to a place, in one step where the system can. A device or a pipe, which
   * has no whole to be replaced, is written to.
   *
   * @param complete the file
   * @param place the place; links are followed
   * @throws IOException if it cannot be moved
   */
  public static void move(Path complete, Path place) throws IOException {
    Path there = behindLinks(place);
    if (Files.exists(there) && !Files.isRegularFile(there)) {
      Files.write(there, Files.readAllBytes(complete));
      Files.delete(complete);
      return;
    }
    keepPermissions(there, complete);
    try {
      Files.move(complete, there, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Behind a link may be another file system, on which it has to be complete as well.
      Path beside = there.resolveSibling("." + WholeFile.name(there) + ".part");
      Files.copy(
          complete,
          beside,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(beside, there, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(complete);
    }
  }

  private static void keepPermissions(Path existing, Path complete) throws IOException {
    PosixFileAttributeView to = Files.getFileAttributeView(complete, PosixFileAttributeView.class);
    PosixFileAttributeView from =
        Files.getFileAttributeView(existing, PosixFileAttributeView.class);
    if (to != null && from != null && Files.exists(existing)) {
      to.setPermissions(from.readAttributes().permissions());
    }
  }
}
