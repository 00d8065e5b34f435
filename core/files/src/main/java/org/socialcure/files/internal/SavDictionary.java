package org.socialcure.files.internal;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;

/** The part of an SPSS file before its cases: variables, labels, missing values, encoding. */
final class SavDictionary {
  private static final int LONGEST_TEXT = 32767;
  private static final int SEGMENT_STEP = 252;
  private static final int SEGMENT = 255;

  private final int compression;
  private final double bias;
  private final int weightElement;
  private final List<SavVariable> variables = new ArrayList<>();

  /** The variable that begins at an element of a case; null where one goes on. */
  private final List<@Nullable SavVariable> elements = new ArrayList<>();

  private final Map<String, SavVariable> byName = new HashMap<>();
  private long cases;
  private double systemMissing = -Double.MAX_VALUE;
  private int page;
  private String encoding = "";
  private byte[] longNames = new byte[0];
  private byte[] longTexts = new byte[0];
  private final List<Bytes> longLabels = new ArrayList<>();
  private final List<Bytes> longMissing = new ArrayList<>();

  private SavDictionary(int compression, long cases, double bias, int weightElement) {
    this.compression = compression;
    this.cases = cases;
    this.bias = bias;
    this.weightElement = weightElement;
  }

  static SavDictionary read(Bytes in) {
    in.skip(64);
    int layout = in.i32();
    if (layout != 2 && layout != 3) {
      in.order(ByteOrder.BIG_ENDIAN);
      layout = Integer.reverseBytes(layout);
      if (layout != 2 && layout != 3) {
        throw Damage.at("byte 64", "does not say in which order its bytes are");
      }
    }
    in.skip(4);
    int compression = in.i32();
    int weight = in.i32();
    int cases = in.i32();
    double bias = in.f64();
    in.skip(84);
    if (compression < 0 || compression > 2) {
      throw Damage.at("byte 72", "is compressed in a way that SPSS does not have");
    }
    SavDictionary dictionary = new SavDictionary(compression, cases, bias, weight);
    dictionary.readRecords(in);
    dictionary.joinLongTexts();
    dictionary.longLabels.forEach(dictionary::readLongLabels);
    dictionary.longMissing.forEach(dictionary::readLongMissing);
    return dictionary;
  }

  /** 0 for none, 1 for bytes that stand for whole numbers, 2 for these within zlib blocks. */
  int compression() {
    return compression;
  }

  double bias() {
    return bias;
  }

  /** How many cases there are; negative where the file does not say. */
  long cases() {
    return cases;
  }

  double systemMissing() {
    return systemMissing;
  }

  List<SavVariable> variables() {
    return variables;
  }

  /** How many times eight bytes a case has. */
  int elements() {
    return elements.size();
  }

  /** The element of the variable that weights the cases. */
  OptionalInt weight() {
    return weightElement > 0 ? OptionalInt.of(weightElement - 1) : OptionalInt.empty();
  }

  /** The encoding of the texts as the file tells it, windows-1252 where it does not. */
  Charset charset() {
    String name = encoding.strip();
    if (name.isEmpty()) {
      return CodePages.charset(page);
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "the file", "its texts are in an encoding that Java does not know; name one instead");
    }
  }

  /** The names of variables, by the {@linkplain #key key} of their short names. */
  Map<String, String> longNames(Decoder decoder) {
    Map<String, String> names = new HashMap<>();
    for (String pair : decoder.textToZero(longNames, "names of columns").split("\t")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        names.put(key(pair.substring(0, sign)), pair.substring(sign + 1).strip());
      }
    }
    return names;
  }

  static String key(String shortName) {
    return shortName.strip().toUpperCase(Locale.ROOT);
  }

  private void readRecords(Bytes in) {
    while (true) {
      int place = in.position();
      switch (in.i32()) {
        case 2 -> readVariable(in);
        case 3 -> readLabels(in);
        case 6 -> in.skip(80L * in.count("lines"));
        case 7 -> readExtension(in);
        case 999 -> {
          in.skip(4);
          if (variables.isEmpty()) {
            throw new InvalidInputException("the file", "has no columns");
          }
          return;
        }
        default -> throw Damage.at("byte " + place, "there is no known part of an SPSS file");
      }
    }
  }

  private void readVariable(Bytes in) {
    int place = in.position();
    int width = in.i32();
    boolean hasLabel = in.i32() != 0;
    int missing = in.i32();
    int format = in.i32() >> 16 & 0xFF;
    in.skip(4);
    byte[] name = in.take(8);
    byte[] label = new byte[0];
    if (hasLabel) {
      int length = in.count("letters");
      label = in.take(length);
      in.skip((4 - length % 4) % 4);
    }
    if (width < -1 || width > SEGMENT || missing > 3 || missing < -3 || missing == -1) {
      throw Damage.at("byte " + place, "a variable is not as SPSS describes variables");
    }
    if (width == -1) {
      in.skip(8L * Math.abs(missing));
      elements.add(null);
      return;
    }
    SavVariable variable = new SavVariable(elements.size(), width, name, label, format);
    readMissing(in, variable, missing);
    variables.add(variable);
    elements.add(variable);
    byName.put(key(latin(name)), variable);
  }

  private static void readMissing(Bytes in, SavVariable variable, int missing) {
    if (variable.isText()) {
      for (int i = 0; i < Math.abs(missing); i++) {
        variable.addMissingText(in.take(8));
      }
      return;
    }
    if (missing < 0) {
      variable.setMissingRange(in.f64(), in.f64());
      if (missing == -3) {
        variable.setMissing(in.f64());
      }
      return;
    }
    double[] codes = new double[missing];
    for (int i = 0; i < missing; i++) {
      codes[i] = in.f64();
    }
    variable.setMissing(codes);
  }

  private void readLabels(Bytes in) {
    int count = in.count("labels");
    List<SavVariable.TextLabel> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] value = in.take(8);
      int length = in.u8();
      labels.add(new SavVariable.TextLabel(value, in.take(length)));
      in.skip((8 - (length + 1) % 8) % 8);
    }
    int place = in.position();
    if (in.i32() != 4) {
      throw Damage.at("byte " + place, "does not say to which variables labels belong");
    }
    int targets = in.count("variables");
    for (int i = 0; i < targets; i++) {
      int element = in.i32() - 1;
      SavVariable variable =
          element >= 0 && element < elements.size() ? elements.get(element) : null;
      if (variable == null) {
        throw Damage.at("byte " + place, "labels belong to a variable that is not there");
      }
      for (SavVariable.TextLabel label : labels) {
        if (variable.isText()) {
          variable.textLabels().add(label);
        } else {
          Bytes value = new Bytes(label.value());
          value.order(in.order());
          variable.numberLabels().put(value.f64(), label.label());
        }
      }
    }
  }

  private void readExtension(Bytes in) {
    int kind = in.i32();
    int size = in.count("bytes");
    int count = in.count("parts");
    Bytes part = in.part((long) size * count);
    switch (kind) {
      case 3 -> {
        part.skip(28);
        page = part.i32();
      }
      case 4 -> systemMissing = part.f64();
      case 13 -> longNames = part.take(part.remaining());
      case 14 -> longTexts = part.take(part.remaining());
      case 16 -> {
        part.skip(8);
        cases = part.i64();
      }
      case 20 -> encoding = latin(part.take(part.remaining()));
      case 21 -> longLabels.add(part);
      case 22 -> longMissing.add(part);
      default -> {
        // Attributes, sets and widths of columns on the screen.
      }
    }
  }

  /** Texts of more than 255 bytes stand in several variables that follow one another. */
  private void joinLongTexts() {
    for (String pair : latin(longTexts).split("\t")) {
      int sign = pair.indexOf('=');
      if (sign < 1) {
        continue;
      }
      SavVariable first = byName.get(key(pair.substring(0, sign)));
      String digits = pair.substring(sign + 1).replace("\0", "").strip();
      int width = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
      int at = first == null ? -1 : variables.indexOf(first);
      int segments = (width + SEGMENT_STEP - 1) / SEGMENT_STEP;
      if (first == null || width <= SEGMENT || width > LONGEST_TEXT) {
        throw Damage.at("a long text", "is not as SPSS describes long texts");
      }
      for (int i = 1; i < segments; i++) {
        SavVariable next = at + 1 < variables.size() ? variables.get(at + 1) : null;
        int element = first.element() + i * (SEGMENT + 1) / 8;
        if (next == null || !next.isText() || next.element() != element) {
          throw Damage.at("a long text", "does not have all of its segments");
        }
        variables.remove(at + 1);
      }
      first.setWidth(width);
    }
  }

  private void readLongLabels(Bytes part) {
    while (part.remaining() > 0) {
      Optional<SavVariable> variable = named(part);
      part.skip(4);
      int count = part.count("labels");
      for (int i = 0; i < count; i++) {
        byte[] value = part.take(part.count("letters"));
        byte[] label = part.take(part.count("letters"));
        variable.ifPresent(it -> it.textLabels().add(new SavVariable.TextLabel(value, label)));
      }
    }
  }

  private void readLongMissing(Bytes part) {
    while (part.remaining() > 0) {
      Optional<SavVariable> variable = named(part);
      int count = part.u8();
      int length = part.count("letters");
      for (int i = 0; i < count; i++) {
        byte[] code = part.take(length);
        variable.ifPresent(it -> it.addMissingText(code));
      }
    }
  }

  /** The variable by its name, which may be the long one. */
  private Optional<SavVariable> named(Bytes part) {
    String name = latin(part.take(part.count("letters"))).strip();
    SavVariable byShortName = byName.get(key(name));
    if (byShortName != null) {
      return Optional.of(byShortName);
    }
    return Arrays.stream(latin(longNames).split("\t"))
        .filter(pair -> pair.indexOf('=') > 0)
        .filter(pair -> pair.substring(pair.indexOf('=') + 1).strip().equalsIgnoreCase(name))
        .map(pair -> byName.get(key(pair.substring(0, pair.indexOf('=')))))
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst();
  }

  /** Bytes as they are: what is compared and never shown. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
