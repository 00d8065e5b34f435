package org.socialcure.examples.documentation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that a compiled class names: in its code, in its signatures with their type arguments,
 * and as annotations. A constant that the compiler has copied from another class leaves no trace.
 */
final class ClassFile {
  /** A type within a descriptor, a generic signature or the name of an array's class. */
  private static final Pattern TYPE = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

  private final SortedSet<String> types = new TreeSet<>();

  private ClassFile() {}

  /** The names of the types, as {@code Class.getName()} gives them, its own among them. */
  static SortedSet<String> types(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      ClassFile found = new ClassFile();
      found.read(in);
      return found.types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the pool of constants, which is all that names other types. */
  private void read(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    List<Integer> classes = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> classes.add(in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // A long or a double takes two places.
          i++;
        }
        default -> throw new IOException("No constant has the tag " + tag);
      }
    }
    for (String text : texts) {
      if (text != null) {
        addAll(TYPE.matcher(text));
      }
    }
    classes.stream().map(i -> texts[i]).filter(name -> !name.startsWith("[")).forEach(this::add);
  }

  private void addAll(Matcher matcher) {
    while (matcher.find()) {
      add(matcher.group(1));
    }
  }

  private void add(String name) {
    types.add(name.replace('/', '.'));
  }
}
