package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.CellForm;

/** Why a text column cannot be read as numbers, in one message that names the remedy. */
final class NotNumbers {
  private static final int PLACES = 3;

  private NotNumbers() {}

  static InvalidInputException in(Dataset data, String name, Column.Texts column) {
    Map<CellForm, Integer> forms = new EnumMap<>(CellForm.class);
    Map<CellForm, Integer> first = new EnumMap<>(CellForm.class);
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < column.size(); row++) {
      String cell = column.values[row];
      if (cell != null && Double.isNaN(column.number(row))) {
        CellForm form = CellForm.of(cell);
        forms.merge(form, 1, Integer::sum);
        first.putIfAbsent(form, row);
        rows.add(row);
      }
    }
    CellForm most = most(forms);
    Integer place = Objects.requireNonNull(first.get(most), "a cell that is no number");
    rows.remove(place);
    return new InvalidInputException(
        data.place(place, name),
        "holds " + what(most) + ", not a number" + others(data, rows) + "; " + remedy(most));
  }

  private static String others(Dataset data, List<Integer> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    int rest = rows.size() - PLACES;
    return " ("
        + (rows.size() == 1
            ? "nor does 1 other cell of the column: "
            : "nor do " + rows.size() + " other cells of the column: ")
        + rows.stream().limit(PLACES).map(data::place).collect(Collectors.joining(", "))
        + (rest > 0 ? " and " + rest + " more)" : ")");
  }

  private static CellForm most(Map<CellForm, Integer> forms) {
    CellForm most = CellForm.WORDS;
    for (Map.Entry<CellForm, Integer> entry : forms.entrySet()) {
      most = entry.getValue() > forms.getOrDefault(most, 0) ? entry.getKey() : most;
    }
    return most;
  }

  private static String what(CellForm form) {
    return switch (form) {
      case DATE -> "a date";
      case COMMA_AND_THREE_DIGITS -> "a comma before three digits";
      case THOUSANDS -> "a number with separators of thousands";
      case DECIMAL_COMMA -> "a decimal comma";
      case POINT_BESIDE_COMMAS -> "a point, though the decimal mark is a comma";
      case INVISIBLE_CHARACTER -> "a character that cannot be seen";
      case DASH -> "a dash in the place of a minus";
      case SPREADSHEET_ERROR -> "an error of a spreadsheet";
      case TIME_OF_DAY -> "a time of day";
      case CODE_WITH_LABEL -> "a code with words";
      case NUMBER_WITH_UNIT -> "a number with words or signs";
      case WORDS -> "a word";
    };
  }

  private static String remedy(CellForm form) {
    return switch (form) {
      case DATE -> "make a column of numbers of the dates, such as days or years since a fixed one";
      case COMMA_AND_THREE_DIGITS ->
          "say \"thousands\": \",\" if the comma is a thousands separator, or \"decimal\": \",\" if it is"
              + " the decimal mark";
      case THOUSANDS ->
          "write numbers without thousands separators, or say which they are, as in"
              + " \"thousands\": \",\"";
      case DECIMAL_COMMA -> "say \"decimal\": \",\", or write a decimal point";
      case POINT_BESIDE_COMMAS ->
          "say \"thousands\": \".\" if points are thousands separators, or \"decimal\": \".\" if they"
              + " are decimal marks";
      case INVISIBLE_CHARACTER -> "type the number anew";
      case DASH -> "write a minus, -";
      case SPREADSHEET_ERROR ->
          "mend the formula, or name the error under \"missing\" if it means no value";
      case TIME_OF_DAY ->
          "write it as a number, such as minutes since midnight, or say with \"coding\" what each stands for";
      case CODE_WITH_LABEL ->
          "leave the codes alone in the cells, or say with \"coding\" what each stands for";
      case NUMBER_WITH_UNIT ->
          "leave the digits alone in the cells, or say with \"coding\" what each stands for";
      case WORDS ->
          "say with \"coding\" what words stand for, name those that mean no value under"
              + " \"missing\", or write digits with a decimal point";
    };
  }
}
