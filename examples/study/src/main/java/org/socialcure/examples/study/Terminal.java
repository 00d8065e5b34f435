package org.socialcure.examples.study;

import java.io.Console;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody sees what the program writes to its stream of errors. */
final class Terminal {
  /** Where Linux says what the stream of errors is. */
  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  private Terminal() {}

  // A console that is no terminal is asked for below.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isWatched() {
    Console console = System.console();
    return console != null && isTerminal(console) && !isElsewhere();
  }

  /** From version 22 on Java has a console also where there is no terminal, and says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean)
          MethodHandles.publicLookup()
              .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class))
              .invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (Throwable e) {
      return false;
    }
  }

  /** Whether the stream of errors alone is known to go to a file or a pipe. */
  private static boolean isElsewhere() {
    try {
      String target = Files.readSymbolicLink(ERRORS).toString();
      return !target.startsWith("/dev/pts/") && !target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
