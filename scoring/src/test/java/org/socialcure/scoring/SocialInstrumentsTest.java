package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.CampaignToEndLoneliness;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Uls8;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;

/**
 * The instruments of loneliness, groups, belonging, support and stress against forms scored by
 * hand. A form is a digit an item in the order of the instrument, {@code .} where it was not
 * answered; the rule that each was worked out by stands above its rows. {@code -} is no score,
 * {@code refused} an answer that is not permitted. A form alone and a file of it have to agree.
 */
class SocialInstrumentsTest {
  private static Instrument instrument(String id) {
    return Instruments.find(id).orElseGet(() -> Instruments.onRequest(id));
  }

  private static Responses form(Instrument instrument, String answers) {
    Responses.Builder builder = Responses.builder(instrument);
    if (instrument.targeting() == Targeting.GROUP) {
      builder.target("community");
    }
    for (int i = 0; i < answers.length(); i++) {
      if (answers.charAt(i) != '.') {
        Item item = instrument.items().get(i);
        int digit = answers.charAt(i) - '0';
        builder =
            item.options().get(0).value().isPresent()
                ? builder.value(item.id(), digit)
                : builder.option(item.id(), item.options().get(digit - 1).id());
      }
    }
    return builder.build();
  }

  /** What digits stand for where the options have no numbers of their own: their places. */
  private static Coding codes(Instrument instrument) {
    return instrument.id().equals("de-jong-gierveld-6")
        ? Coding.of("1=yes", "2=more-or-less", "3=no")
        : Coding.none();
  }

  /** The score of the same form as the only row of a file. */
  private static OptionalDouble inFile(Instrument instrument, String answers, String scale) {
    String header =
        "id,"
            + instrument.items().stream()
                .map(item -> "q" + item.number())
                .collect(Collectors.joining(","));
    String row =
        "1,"
            + IntStream.range(0, answers.length())
                .mapToObj(i -> answers.charAt(i) == '.' ? "" : answers.substring(i, i + 1))
                .collect(Collectors.joining(","));
    InstrumentColumns columns = InstrumentColumns.of(instrument, "q{n}").coding(codes(instrument));
    if (instrument.targeting() == Targeting.GROUP) {
      columns = columns.about("community");
    }
    Dataset raw =
        Dataset.readCsv(new StringReader(header + "\n" + row + "\n"), CsvOptions.defaults());
    return Scorer.batch()
        .instrument(columns)
        .score(raw)
        .number(columns.measure(scale).toString(), 0);
  }

  @ParameterizedTest
  @CsvSource({
    // Hughes 2004: three answers of 1 to 3; 6 and more is lonely in ELSA.
    "ucla-3, 111, total, 3 not lonely",
    "ucla-3, 333, total, 9 lonely",
    "ucla-3, 122, total, 5 not lonely",
    "ucla-3, 123, total, 6 lonely",
    "ucla-3, 12., total, -",
    "ucla-3, ..., total, -",
    "ucla-3, 011, total, refused",
    // Hays and DiMatteo 1987: eight answers of 1 to 4; the third and the sixth enter as 5 - x.
    "uls-8, 11411411, total, 8",
    "uls-8, 44144144, total, 32",
    "uls-8, 11111111, total, 14",
    "uls-8, 12341234, total, 20", // 1 + 2 + 2 + 4 + 1 + 3 + 3 + 4
    "uls-8, 12341234, mean, 2.5",
    "uls-8, 1111111., total, -",
    "uls-8, ........, mean, -",
    "uls-8, 01111111, total, refused",
    // De Jong Gierveld and van Tilburg 2006: 1 yes, 2 more or less, 3 no; of the first three 1 and
    // 2 count, of the others 2 and 3; one answer may be missing for the total. 2 and 5.
    "de-jong-gierveld-6, 333111, total, 0 not lonely",
    "de-jong-gierveld-6, 111333, total, 6 severely lonely",
    "de-jong-gierveld-6, 222222, total, 6 severely lonely",
    "de-jong-gierveld-6, 133111, total, 1 not lonely",
    "de-jong-gierveld-6, 133113, total, 2 moderately lonely",
    "de-jong-gierveld-6, 133113, emotional, 1 emotionally lonely",
    "de-jong-gierveld-6, 133113, social, 1 socially lonely",
    "de-jong-gierveld-6, 11133., total, 5 severely lonely",
    "de-jong-gierveld-6, 11133., social, -",
    "de-jong-gierveld-6, 1113.., total, -",
    "de-jong-gierveld-6, 1113.., emotional, 3 emotionally lonely",
    "de-jong-gierveld-6, ......, total, -",
    // The mean of four answers of 1 to 7, as recalled.
    "multiple-groups, 1111, total, 1",
    "multiple-groups, 7777, total, 7",
    "multiple-groups, 1234, total, 2.5",
    "multiple-groups, 777., total, -",
    "multiple-groups, ...., total, -",
    "multiple-groups, 0111, total, refused",
    // Russell 1996: 20 answers of 1 to 4; 1, 5, 6, 9, 10, 15, 16, 19, 20 enter as 5 - x.
    "ucla-20, 41114411441111441144, total, 20",
    "ucla-20, 14441144114444114411, total, 80",
    "ucla-20, 11111111111111111111, total, 47", // nine of 4, eleven of 1
    "ucla-20, 44444444444444444444, total, 53", // nine of 1, eleven of 4
    "ucla-20, 12341234123412341234, total, 53", // 13 + 14 + 14 + 6 + 6
    "ucla-20, 11112222333344441234, total, 43", // 7 + 10 + 10 + 10 + 6
    "ucla-20, 1111111111111111111., total, -",
    "ucla-20, 1111111111.........., total, -",
    "ucla-20, 01111111111111111111, total, refused",
    // Russell, Peplau and Cutrona 1980: the fourth enters as 5 - x as well.
    "ucla-20-revised, 41144411441111441144, total, 20",
    "ucla-20-revised, 14411144114444114411, total, 80",
    "ucla-20-revised, 11111111111111111111, total, 50", // ten of 4, ten of 1
    "ucla-20-revised, 12341234123412341234, total, 50", // the fourth is 1 in the place of 4
    "ucla-20-revised, 11112222333344441234, total, 46", // the fourth is 4 in the place of 1
    "ucla-20-revised, .1111111111111111111, total, -",
    "ucla-20-revised, ...................., total, -",
    // Russell, Peplau and Ferguson 1978: 20 answers of 0 to 3, none reversed.
    "ucla-20-original, 00000000000000000000, total, 0",
    "ucla-20-original, 33333333333333333333, total, 60",
    "ucla-20-original, 01230123012301230123, total, 30", // five times 6
    "ucla-20-original, 33333333331111111111, total, 40",
    "ucla-20-original, 3333333333333333333., total, -",
    "ucla-20-original, 3..................., total, -",
    "ucla-20-original, 43333333333333333333, total, refused",
    // GSS standard: 1 is often or always, 5 is never; 6 - x, so that higher is lonelier.
    "direct-loneliness, 1, total, 5 often or always",
    "direct-loneliness, 2, total, 4 less often",
    "direct-loneliness, 3, total, 3 less often",
    "direct-loneliness, 5, total, 1 less often",
    "direct-loneliness, ., total, -",
    "direct-loneliness, 0, total, refused",
    // The coding as recalled: 4 is strongly disagree, 0 strongly agree; sum.
    "campaign-to-end-loneliness, 000, total, 0",
    "campaign-to-end-loneliness, 444, total, 12",
    "campaign-to-end-loneliness, 012, total, 3",
    "campaign-to-end-loneliness, 44., total, -",
    "campaign-to-end-loneliness, ..., total, -",
    // Lubben 2006: six answers of 0 to 5; below 12, and below 6 for family and friends.
    "lsns-6, 000000, total, 0 at risk of isolation",
    "lsns-6, 555555, total, 30 not at risk of isolation",
    "lsns-6, 222222, total, 12 not at risk of isolation",
    "lsns-6, 222221, total, 11 at risk of isolation",
    "lsns-6, 012345, total, 15 not at risk of isolation",
    "lsns-6, 012345, family, 3 at risk of isolation from family",
    "lsns-6, 012345, friends, 12 not at risk of isolation from friends",
    "lsns-6, 222000, family, 6 not at risk of isolation from family",
    "lsns-6, 555122, friends, 5 at risk of isolation from friends",
    "lsns-6, 55555., total, -",
    "lsns-6, 55555., family, 15 not at risk of isolation from family",
    "lsns-6, 55555., friends, -",
    "lsns-6, 5.5.5., family, -",
    "lsns-6, 666666, total, refused",
    // Postmes, Haslam and Jans 2013: mean of four answers of 1 to 7 (recalled).
    "fisi, 1111, total, 1",
    "fisi, 7777, total, 7",
    "fisi, 1357, total, 4",
    "fisi, 6667, total, 6.25",
    "fisi, 777., total, -",
    "fisi, 7..., total, -",
    // The same paper: the answer itself.
    "sisi, 1, total, 1",
    "sisi, 7, total, 7",
    "sisi, 4, total, 4",
    "sisi, ., total, -",
    "sisi, 8, total, refused",
    // Peterson, Speer and McMillan 2008: means of eight and of two each, 1 to 5 (mean recalled).
    "brief-sense-of-community, 11111111, total, 1",
    "brief-sense-of-community, 55555555, total, 5",
    "brief-sense-of-community, 12345123, total, 2.625", // 21 of 8
    "brief-sense-of-community, 12345123, needs-fulfilment, 1.5",
    "brief-sense-of-community, 12345123, group-membership, 3.5",
    "brief-sense-of-community, 12345123, influence, 3",
    "brief-sense-of-community, 12345123, emotional-connection, 2.5",
    "brief-sense-of-community, 1234512., total, -",
    "brief-sense-of-community, 1234512., needs-fulfilment, 1.5",
    "brief-sense-of-community, 1234512., emotional-connection, -",
    "brief-sense-of-community, 1.2.3.4., total, -",
    "brief-sense-of-community, 1.2.3.4., influence, -",
    // CCHS: 1 is very strong; 5 - x, so that higher is more.
    "community-belonging, 1, total, 4",
    "community-belonging, 2, total, 3",
    "community-belonging, 3, total, 2",
    "community-belonging, 4, total, 1",
    "community-belonging, ., total, -",
    "community-belonging, 5, total, refused",
    // Community Life Survey: 1 is very strongly (recalled); 5 - x.
    "neighbourhood-belonging, 1, total, 4 belongs strongly",
    "neighbourhood-belonging, 2, total, 3 belongs strongly",
    "neighbourhood-belonging, 3, total, 2 does not belong strongly",
    "neighbourhood-belonging, 4, total, 1 does not belong strongly",
    "neighbourhood-belonging, ., total, -",
    // Kocalevent 2018: sum of 1 to 4, 1 to 5 and 1 to 5; below 9, below 12.
    "osss-3, 111, total, 3 poor support",
    "osss-3, 455, total, 14 strong support",
    "osss-3, 233, total, 8 poor support",
    "osss-3, 234, total, 9 moderate support",
    "osss-3, 434, total, 11 moderate support",
    "osss-3, 444, total, 12 strong support",
    "osss-3, 45., total, -",
    "osss-3, 4.., total, -",
    "osss-3, 511, total, refused",
    // Zimet 1988: means of twelve and of four each, 1 to 7; other 1 2 5 10, family 3 4 8 11,
    // friends 6 7 9 12.
    "mspss, 111111111111, total, 1",
    "mspss, 111111111111, sum, 12",
    "mspss, 777777777777, total, 7",
    "mspss, 777777777777, sum, 84",
    "mspss, 123456712345, total, 3.5833333333333335", // 43 of 12
    "mspss, 123456712345, sum, 43",
    "mspss, 123456712345, significant-other, 2.75", // 1 + 2 + 5 + 3
    "mspss, 123456712345, family, 3", // 3 + 4 + 1 + 4
    "mspss, 123456712345, friends, 5", // 6 + 7 + 2 + 5
    "mspss, 12345671234., total, -",
    "mspss, 12345671234., friends, -",
    "mspss, 12345671234., family, 3",
    "mspss, 12.........., sum, -",
    "mspss, 12.........., significant-other, -",
    // Cohen 1983: ten answers of 0 to 4; 4, 5, 7 and 8 enter as 4 - x.
    "pss-10, 0004404400, total, 0",
    "pss-10, 4440040044, total, 40",
    "pss-10, 0000000000, total, 16", // four of 4
    "pss-10, 4444444444, total, 24", // six of 4
    "pss-10, 4444000123, total, 28", // 4 4 4 0 4 0 4 3 2 3
    "pss-10, 444444444., total, -",
    "pss-10, 44444....., total, -",
    // Cohen 1983: four answers; 2 and 3 enter as 4 - x.
    "pss-4, 0440, total, 0",
    "pss-4, 4004, total, 16",
    "pss-4, 0000, total, 8",
    "pss-4, 3121, total, 9", // 3 3 2 1
    "pss-4, 444., total, -",
    "pss-4, 4..., total, -"
  })
  void formsScoredByHand(String id, String form, String scale, String expected) {
    Instrument instrument = instrument(id);
    if (expected.equals("refused")) {
      assertThrows(InvalidInputException.class, () -> form(instrument, form));
      assertThrows(InvalidInputException.class, () -> inFile(instrument, form, scale));
      return;
    }
    ScaleResult result = Scorer.score(form(instrument, form)).result(scale);
    String[] parts = expected.split(" ", 2);
    assertEquals(!parts[0].equals("-"), result instanceof Score, result.toString());
    OptionalDouble inFile = inFile(instrument, form, scale);
    if (result instanceof Score score) {
      assertEquals(Double.parseDouble(parts[0]), score.value(), 1e-12);
      assertEquals(OptionalDouble.of(score.value()), inFile, "a file scores as a form does");
      assertEquals(
          parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
          score.band().map(ScoreBand::label));
    } else {
      assertTrue(inFile.isEmpty());
    }
  }

  /** The numbers that the README sets beside each other. */
  @Test
  void aSumByHandIsAnotherNumber() {
    assertEquals(14, 1 + 1 + 4 + 1 + 1 + 4 + 1 + 1);
    Score least = Scorer.score(new Uls8(1, 1, 4, 1, 1, 4, 1, 1)).total();
    assertEquals(8, least.value());
    assertTrue(least.toString().contains("8 of 8..32"), least.toString());
    ScaleResult halfLeftOut =
        Scorer.score(new Uls8(4, 4, null, null, 4, 4, null, null)).result("total");
    assertTrue(
        halfLeftOut instanceof NotScored none && none.reason() == NotScoredReason.MISSING_ITEMS,
        halfLeftOut.toString());
  }

  /** Items, keys and options are known, but how they add up is recalled: the score says so. */
  @Test
  void whatRestsOnMemorySaysSo() {
    Score recalled = Scorer.score(new CampaignToEndLoneliness(4, 3, 2)).total();
    assertEquals(9, recalled.value());
    assertEquals(Evidence.MEMORY_ONLY, recalled.evidence());
    assertTrue(recalled.toString().endsWith(", unverified"), recalled.toString());
    for (String id : List.of("fisi", "brief-sense-of-community", "neighbourhood-belonging")) {
      Instrument instrument = instrument(id);
      String form = "1".repeat(instrument.items().size());
      Score score = Scorer.score(form(instrument, form)).total();
      assertTrue(score.toString().endsWith(", unverified"), score.toString());
    }
    for (String id : List.of("ucla-20", "lsns-6", "sisi", "osss-3", "mspss", "pss-10")) {
      Instrument instrument = instrument(id);
      String form = "1".repeat(instrument.items().size());
      Score score = Scorer.score(form(instrument, form)).total();
      assertTrue(score.evidence().isSourced(), score.toString());
    }
  }

  /** The two versions share most statements; the fourth is asked, and keyed, the other way. */
  @Test
  void theVersionsOfTheTwentyItemsAreKeptApart() {
    List<String> revised = Instruments.UCLA_20_REVISED.items().stream().map(Item::id).toList();
    assertTrue(revised.contains("not-alone"));
    Responses of1996 = form(Instruments.UCLA_20, "4".repeat(20));
    assertInstanceOf(Score.class, Scorer.score(of1996).result("total"));
    assertThrows(
        InvalidInputException.class,
        () -> Responses.of(Instruments.UCLA_20_REVISED, of1996.answers()));
  }
}
