package org.socialcure.files.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A variable of an SPSS file as its dictionary describes it, with texts not yet decoded. */
final class SavVariable {
  /** How many bytes of a segment belong to the text; a segment takes one more. */
  private static final int SEGMENT = 255;

  private static final int SEGMENT_ELEMENTS = 32;

  /** What a text code is compared by: missing texts are eight bytes at most. */
  private static final int CODE = 8;

  /** A text that stands for a text. */
  record TextLabel(byte[] value, byte[] label) {}

  private final int element;
  private final byte[] name;
  private final byte[] label;
  private final int format;
  private final List<byte[]> missingTexts = new ArrayList<>();
  private final Map<Double, byte[]> numberLabels = new LinkedHashMap<>();
  private final List<TextLabel> textLabels = new ArrayList<>();
  private double[] missing = new double[0];
  private double lowestMissing = Double.NaN;
  private double highestMissing = Double.NaN;
  private int width;

  SavVariable(int element, int width, byte[] name, byte[] label, int format) {
    this.element = element;
    this.width = width;
    this.name = name;
    this.label = label;
    this.format = format;
  }

  /** Where its first eight bytes are in a case. */
  int element() {
    return element;
  }

  /** How many bytes its texts have; 0 for numbers. */
  int width() {
    return width;
  }

  boolean isText() {
    return width > 0;
  }

  byte[] name() {
    return name;
  }

  byte[] label() {
    return label;
  }

  /** The number of the format in which it is printed. */
  int format() {
    return format;
  }

  Map<Double, byte[]> numberLabels() {
    return numberLabels;
  }

  List<TextLabel> textLabels() {
    return textLabels;
  }

  void setMissing(double... values) {
    missing = values;
  }

  void setMissingRange(double lowest, double highest) {
    lowestMissing = lowest;
    highestMissing = highest;
  }

  void addMissingText(byte[] text) {
    missingTexts.add(text);
  }

  /** Makes it the first of several segments of one long text. */
  void setWidth(int longer) {
    width = longer;
  }

  boolean isMissing(double value) {
    return (value >= lowestMissing && value <= highestMissing)
        || Arrays.stream(missing).anyMatch(code -> code == value);
  }

  boolean isMissing(byte[] text) {
    return missingTexts.stream().anyMatch(code -> sameText(code, text));
  }

  private static boolean sameText(byte[] code, byte[] text) {
    for (int i = 0; i < Math.max(code.length, text.length); i++) {
      int expected = i < code.length && i < CODE ? code[i] : ' ';
      int found = i < text.length ? text[i] : ' ';
      if (expected != found) {
        return false;
      }
    }
    return true;
  }

  /** Its text in a case, put together of its segments. */
  byte[] join(byte[] row, int at) {
    if (width <= SEGMENT) {
      return Arrays.copyOfRange(row, at, at + width);
    }
    byte[] text = new byte[width];
    int done = 0;
    int from = at;
    while (done < width) {
      int part = Math.min(SEGMENT, width - done);
      System.arraycopy(row, from, text, done, part);
      done += part;
      from += SEGMENT_ELEMENTS * CODE;
    }
    return text;
  }
}
