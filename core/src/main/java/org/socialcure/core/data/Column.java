package org.socialcure.core.data;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column, and what is said about them. Immutable: the arrays belong to the column
 * and are never handed out. Two columns are equal if their cells are.
 */
sealed interface Column {
  /** What is said about the values: a text for people, and what it says about a participant. */
  record Notes(Optional<String> label, ColumnRole role) {
    static final Notes NONE = new Notes(Optional.empty(), ColumnRole.UNSPECIFIED);
  }

  Notes notes();

  /** The same values with other notes. */
  Column with(Notes notes);

  /** The text for people; empty where the name has to do. */
  default Optional<String> label() {
    return notes().label();
  }

  default Column withLabel(String label) {
    return with(new Notes(Optional.of(label), role()));
  }

  default ColumnRole role() {
    return notes().role();
  }

  default Column withRole(ColumnRole role) {
    return with(new Notes(label(), role));
  }

  ColumnKind kind();

  int size();

  boolean missing(int row);

  /** The cell as a file would show it, with a decimal point; empty where missing. */
  Optional<String> text(int row);

  /** The rows named, in that order; a negative row gives a missing cell. */
  Column take(int[] rows);

  /** Something whose equality is the equality of two cells that are not missing. */
  Object key(int row);

  default int missingCount() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      if (missing(row)) {
        count++;
      }
    }
    return count;
  }

  /** Numbers, NaN where missing. */
  final class Numbers implements Column {
    final double[] values;

    private final Notes notes;

    Numbers(double[] values) {
      this(values, Notes.NONE);
    }

    Numbers(double[] values, Notes notes) {
      this.values = values;
      this.notes = notes;
    }

    @Override
    public Notes notes() {
      return notes;
    }

    @Override
    public Column with(Notes others) {
      return new Numbers(values, others);
    }

    @Override
    public ColumnKind kind() {
      return ColumnKind.NUMBER;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean missing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public Optional<String> text(int row) {
      return missing(row)
          ? Optional.empty()
          : Optional.of(DecimalText.format(values[row], DecimalMark.POINT));
    }

    @Override
    public Column take(int[] rows) {
      double[] taken = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        taken[i] = rows[i] < 0 ? Double.NaN : values[rows[i]];
      }
      return new Numbers(taken, notes);
    }

    @Override
    public Object key(int row) {
      // Adding zero makes -0.0 and 0.0 one number.
      return values[row] + 0.0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Numbers that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** Texts, null where missing; never an empty text. */
  final class Texts implements Column {
    final @Nullable String[] values;

    private final Notes notes;

    /** How those texts that are numbers are written. */
    private final NumberForm form;

    Texts(@Nullable String[] values) {
      this(values, Notes.NONE, NumberForm.PLAIN);
    }

    Texts(@Nullable String[] values, Notes notes, NumberForm form) {
      this.values = values;
      this.notes = notes;
      this.form = form;
    }

    NumberForm form() {
      return form;
    }

    /** The number that a text is; NaN where it is none, or missing. */
    double number(int row) {
      String text = values[row];
      return text == null ? Double.NaN : form.parse(text);
    }

    @Override
    public Notes notes() {
      return notes;
    }

    @Override
    public Column with(Notes others) {
      return new Texts(values, others, form);
    }

    @Override
    public ColumnKind kind() {
      return ColumnKind.TEXT;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean missing(int row) {
      return values[row] == null;
    }

    @Override
    public Optional<String> text(int row) {
      return Optional.ofNullable(values[row]);
    }

    @Override
    public Column take(int[] rows) {
      @Nullable String[] taken = new @Nullable String[rows.length];
      for (int i = 0; i < rows.length; i++) {
        taken[i] = rows[i] < 0 ? null : values[rows[i]];
      }
      return new Texts(taken, notes, form);
    }

    @Override
    public Object key(int row) {
      return text(row).orElseThrow();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Texts that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
