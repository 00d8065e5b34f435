package org.socialcure.examples.study.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** The reader and the published schema agree on what a plan is. */
class PlanSchemaTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = Plan.class.getResourceAsStream("plan.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Error> schemaErrors(String plan) {
    return SCHEMA.validate(plan, InputFormat.JSON);
  }

  /** Quotes are easier to read as apostrophes. */
  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String model(String fields) {
    return json("{'data': {}, 'models': [{'name': 'm', " + fields + "}]}");
  }

  /** A file with the waves of an instrument side by side. */
  private static String beside(String data, String columns) {
    return json(
        "{'data': "
            + data
            + ", 'instruments': [{'instrument': 'ucla-3', 'columns': "
            + columns
            + "}]}");
  }

  private static String data(String fields) {
    return json("{'data': {" + fields + "}, 'models': []}");
  }

  private static String chain(String more) {
    return model("'x': 'x', 'mediators': ['m'], 'y': 'y'" + more);
  }

  private static String design(String design, String more) {
    return model(
        "'design': '"
            + design
            + "', 'mediators': [{'before': 'm0', 'after': 'm1'}], 'y': {'before': 'y0', 'after':"
            + " 'y1'}"
            + more);
  }

  private static final String TABLE = "'n': 50, 'variables': ['x', 'm', 'y'], 'means': [0, 1, 2.5]";
  private static final String TRIANGLE = "[[1], [0.3, 1], [0.2, 0.4, 1]]";
  private static final String SQUARE = "[[1, 0.3, 0.2], [0.3, 1, 0.4], [0.2, 0.4, 1]]";

  private static String correlations(String correlations) {
    return TABLE + ", 'sds': [1, 2, 3], 'correlations': " + correlations;
  }

  private static String covariances(String covariances) {
    return TABLE + ", 'covariances': " + covariances;
  }

  private static String moments(String moments) {
    return overMoments("", moments, "'x': 'x', 'mediators': ['m'], 'y': 'y'");
  }

  private static String overMoments(String more) {
    return overMoments(
        "", correlations(TRIANGLE), "'x': 'x', 'mediators': ['m'], 'y': 'y', " + more);
  }

  private static String overMoments(String before, String moments, String model) {
    return json(
        "{" + before + "'moments': {" + moments + "}, 'models': [{'name': 'm', " + model + "}]}");
  }

  static Stream<String> validPlans() {
    return Stream.of(
        moments(correlations(TRIANGLE)),
        moments(correlations(SQUARE)),
        moments(covariances(TRIANGLE)),
        moments(covariances(SQUARE)),
        overMoments("'probe': 'moments', 'level': 0.9, 'effects': {'half': 'a*b/2'}"),
        overMoments("'probe': {'m': [1, 2], 'x': 'moments'}"),
        overMoments("'monteCarlo': 1000, 'effects': {'r': {'expression': 'exp(a*b)', 'null': 2}}"),
        overMoments("'effects': {'e': {'expression': 'a*b'}}"),
        overMoments(
            "'seed': 1, ",
            "'n': 9, 'variables': ['y', 'x', 'x:w'], 'means': [1, 1, 1], 'covariances': "
                + TRIANGLE,
            "'path': 'y ~ x + x:w'"),
        chain(""),
        chain(", 'order': 'serial', 'covariates': ['age'], 'level': 0.9"),
        model("'x': 'x', 'mediators': ['m', 'n'], 'order': 'parallel', 'y': 'y'"),
        model("'x': 'x', 'mediators': [['m', 'n'], 'o'], 'order': 'serial', 'y': 'y'"),
        model(
            "'process': 14, 'x': 'x', 'mediators': ['m'], 'y': 'y', 'v': 'w', 'center': 'products'"),
        model("'process': 1, 'x': 'x', 'y': 'y', 'w': 'w', 'probe': [1, 2.5], 'se': 'hc3'"),
        model("'path': 'm ~ a*x\\ny ~ b*m + c*x\\nab := a*b'"),
        model("'path': 'm ~ a*x\\ny ~ b*m + c*x', 'x': 'x', 'y': 'y', 'effects': {'ab': 'a*b'}"),
        chain(", 'family': 'poisson', 'exposure': 'months'"),
        chain(", 'family': {'m': 'logit', 'y': 'negbin'}, 'offset': 'o', 'weights': 'w'"),
        chain(", 'se': 'cluster', 'cluster': 'site'"),
        chain(", 'cluster': 'site', 'bootstrap': {'kind': 'cluster', 'replicates': 200}"),
        chain(", 'coding': 'helmert', 'probe': 'moments'"),
        chain(", 'center': true, 'se': {'y': 'hc3'}, 'probe': {'w': [1, 2], 'z': 'moments'}"),
        chain(", 'coding': {'x': [[0, 0], [1, 0], [0, 1]]}"),
        chain(", 'bootstrap': {'interval': 'bca', 'rule': 'type-7'}"),
        chain(", 'bootstrap': {'compatibility': 'process', 'indices': 'i.csv'}"),
        chain(", 'bootstrap': {'kind': 'stratified', 'strata': 'site'}"),
        chain(", 'permutations': 999"),
        chain(", 'family': 'logit', 'event': 'Yes'"),
        chain(", 'event': 1.5"),
        chain(", 'event': {'m': 'Yes', 'y': 2}, 'coding': {'x': 'indicator'}"),
        json("{'data': {'id': 'i', 'wave': 'w', 'waves': ['a']}, 'person': ['sex'], 'models': []}"),
        design("change-score", ", 'x': 'x', 'covariates': ['age']"),
        design("change-score", ", 'x': {'before': 'x0', 'after': 'x1'}, 'family': 'gaussian'"),
        design("residualised-change", ", 'x': 'x', 'baselines': 'all'"),
        design("within-subject", ", 'condition': 'diet', 'averages': 'none'"),
        design("half-longitudinal", ", 'x': 'x', 'permutations': 99"),
        model(
            "'design': 'within-subject', 'mediators': [[{'before': 'm0', 'after': 'm1'}, {'before':"
                + " 'n0', 'after': 'n1'}], {'before': 'k0', 'after': 'k1'}], 'order': 'serial', 'y':"
                + " {'before': 'y0', 'after': 'y1'}"),
        json(
            "{'$schema': 's', 'title': 't', 'seed': 1, 'data': {'id': 'id', 'wave': 'w', 'waves':"
                + " ['a', 'b'], 'waveLabels': {'b': 'follow-up'}, 'missing': ['', '-9'], 'invalid': 'missing'}, 'instruments':"
                + " [{'instrument': 'ucla-3', 'columns': 'u{n}'}, {'definition': 'd.json',"
                + " 'columns': ['p', 'q'], 'coding': {'1': 'yes', '2': 0}}, {'instrument':"
                + " 'group-identification', 'target': 'family', 'columns': 'g_{item}'}],"
                + " 'keep': ['age'], 'labels': {'age': 'Age', 'age@a': 'Age at first'}}"),
        beside("{}", "{'t0': 'u{n}_t0', 't1': ['a', 'b', 'c']}"),
        beside(
            "{'waves': ['t1', 't0'], 'waveLabels': {'t0': 'x'}}", "{'t0': 'u{n}', 't1': 'v{n}'}"),
        data("'formulaMarks': 'apostrophe'"),
        json(
            "{'data': {'id': 'i', 'waves': ['b', 'a']}, 'services': [{'name': 'n', 'count': {'a': 'p',"
                + " 'b': 'q'}, 'window': 4}, {'name': 'o', 'count': {'a': 'r'}, 'window': {'a': 's'}}]}"),
        json(
            "{'data': {}, 'groups': [{'name': 'n', 'kinds': {'a': 'p{n}', 'b': 'q{n}'}, 'slots': 2},"
                + " {'name': 'o', 'kinds': {'a': ['r', 's'], 'b': ['t', 'u']}}]}"),
        json(
            "{'data': {}, 'groups': [{'name': 'n', 'kinds': ['a'], 'separator': ';', 'slots': 12,"
                + " 'words': {'bell ringing': 'music-and-arts'}, 'otherwise': 'other', 'types':"
                + " ['sport', 'faith']}, {'name': 'o', 'kinds': {'a': ['r'], 'b': ['t']}, 'separator':"
                + " ','}, {'name': 'p', 'kinds': 'g{n}', 'slots': 3, 'types': ['other']}]}"),
        data("'separator': ';', 'decimal': ',', 'thousands': '.', 'encoding': 'windows-1252'"),
        data("'separator': '\\t', 'thousands': ',', 'skip': 2, 'missing': [-99, 'NA', '']"),
        data("'skip': {'lines': 1, 'rows': 2, 'where': {'status': ['test', 1]}}"),
        data("'skip': {'rows': 0}, 'missing': {'age': [], '*': [9]}"),
        data("'where': {'event': ['a', 'b'], 'repeat': '', 'n': 1.5}"),
        data("'where': [{'a': 1}, {'b': {'not': ['x', '']}, 'c': {'below': 1}}]"),
        data("'where': {'age': {'atLeast': 18, 'atMost': 90, 'above': 1, 'not': 20}}"),
        json(
            "{'data': {}, 'groups': [{'name': 'g', 'kinds': 'g{n}', 'slots': 6}, {'name': 'h',"
                + " 'kinds': ['a', 'b'], 'importance': ['c', 'd'], 'count': 'important',"
                + " 'threshold': 5, 'importanceMaximum': 10}, {'name': 'i', 'kinds': 'g{n}',"
                + " 'slots': 6, 'identification': 'i{n}', 'count': 'identified-with', 'threshold':"
                + " 4.5}], 'services': [{'name': 's', 'count': 'c', 'window': 3}, {'name': 't',"
                + " 'service': 'gp-visit', 'count': 'd', 'window': 'w', 'unit': 'days'}]}"));
  }

  @ParameterizedTest
  @MethodSource("validPlans")
  void readerAndSchemaAcceptValidPlans(String plan) {
    Plan.read(plan);

    assertEquals(List.of(), schemaErrors(plan), plan);
  }

  record Refused(String place, String plan) {}

  private static Refused at(String place, String plan) {
    return new Refused(place, plan);
  }

  static Stream<Refused> refusedPlans() {
    String m = "models[0].";
    return Stream.of(
        at("plan", "[]"),
        at("plan", json("{'data': {}}")),
        at("plan", json("{'moments': {" + correlations(TRIANGLE) + "}}")),
        at("moments", json("{'moments': [], 'models': []}")),
        at("moments.n", moments(correlations(TRIANGLE).replace("'n': 50, ", ""))),
        at("moments.n", moments(correlations(TRIANGLE).replace("50", "1"))),
        at("moments.n", moments(correlations(TRIANGLE).replace("50", "50.5"))),
        at("moments.variables", moments("'n': 9, 'means': [0], 'covariances': [[1], [0, 1]]")),
        at(
            "moments.variables",
            moments("'n': 9, 'variables': ['x'], 'means': [0], 'covariances': [[1], [0, 1]]")),
        at("moments.variables[2]", moments(correlations(TRIANGLE).replace("'y'", "'m'"))),
        at("moments.means", moments(correlations(TRIANGLE).replace(", 'means': [0, 1, 2.5]", ""))),
        at("moments.means[1]", moments(correlations(TRIANGLE).replace("[0, 1,", "[0, '1',"))),
        at("moments.covariances", moments(TABLE)),
        at("moments.covariances", moments(correlations(TRIANGLE) + ", 'covariances': " + TRIANGLE)),
        at("moments.sds", moments(covariances(TRIANGLE) + ", 'sds': [1, 1, 1]")),
        at("moments.sds", moments(TABLE + ", 'correlations': " + TRIANGLE)),
        at("moments.sds[1]", moments(correlations(TRIANGLE).replace("[1, 2, 3]", "[1, 0, 3]"))),
        at("moments.correlations[1]", moments(correlations("[[1], 0.3, [0.2, 0.4, 1]]"))),
        at("moments.covariances[1][0]", moments(covariances("[[1], ['.3', 1], [0, 0, 1]]"))),
        at("moments.sd", moments(correlations(TRIANGLE) + ", 'sd': [1, 1, 1]")),
        at("data", overMoments("'data': {}, ", correlations(TRIANGLE), "'path': 'y ~ x'")),
        at("keep", overMoments("'keep': ['x'], ", correlations(TRIANGLE), "'path': 'y ~ x'")),
        at(
            "instruments",
            overMoments("'instruments': [], ", correlations(TRIANGLE), "'path': 'y ~ x'")),
        at(m + "bootstrap", overMoments("'bootstrap': {}")),
        at(m + "permutations", overMoments("'permutations': 99")),
        at(m + "family", overMoments("'family': 'logit'")),
        at(m + "exposure", overMoments("'exposure': 'm'")),
        at(m + "weights", overMoments("'weights': 'm'")),
        at(m + "se", overMoments("'se': 'hc3'")),
        at(m + "cluster", overMoments("'cluster': 'm'")),
        at(m + "coding", overMoments("'coding': 'helmert'")),
        at(m + "center", overMoments("'center': true")),
        at(m + "probe", overMoments("'probe': 'percentiles'")),
        at(m + "probe", overMoments("'probe': {'m': [1], 'x': 'percentiles'}")),
        at("data", json("{'instruments': [{'instrument': 'ucla-3', 'columns': 'u{n}'}]}")),
        at("data", json("{'data': [], 'models': []}")),
        at("model", json("{'data': {}, 'models': [], 'model': 1}")),
        at("title", json("{'title': '', 'data': {}, 'models': []}")),
        at("title", json("{'title': null, 'data': {}, 'models': []}")),
        at("seed", json("{'seed': 1.5, 'data': {}, 'models': []}")),
        at("seed", json("{'seed': '1', 'data': {}, 'models': []}")),
        at("seed", json("{'seed': -1, 'data': {}, 'models': []}")),
        at("keep[1]", json("{'keep': ['a', 'a'], 'data': {}, 'models': []}")),
        at("keep[0]", json("{'keep': [1], 'data': {}, 'models': []}")),
        at("keep", json("{'keep': 'a', 'data': {}, 'models': []}")),
        at("person", json("{'person': ['a'], 'data': {}, 'models': []}")),
        at(
            "person[1]",
            json(
                "{'person': ['a', 'a'], 'data': {'id': 'i', 'wave': 'w', 'waves': ['a']},"
                    + " 'models': []}")),
        at("person", overMoments("'person': ['x'], ", correlations(TRIANGLE), "'path': 'y ~ x'")),
        at(m + "event", chain(", 'event': true")),
        at(m + "event", chain(", 'event': ' '")),
        at(m + "event", chain(", 'event': ['Yes']")),
        at(m + "event", chain(", 'event': {}")),
        at(m + "event.y", chain(", 'event': {'y': null}")),
        at(m + "event", overMoments("'event': 'Yes'")),
        at("data.waves", json("{'data': {'id': 'i', 'wave': 'w'}, 'models': []}")),
        at("data.id", json("{'data': {'wave': 'w', 'waves': ['a']}, 'models': []}")),
        at("data.waves", json("{'data': {'id': 'i', 'waves': ['a']}, 'models': []}")),
        at("data.waves", json("{'data': {'id': 'i', 'wave': 'w', 'waves': []}, 'models': []}")),
        at("data.formulaMarks", data("'formulaMarks': true")),
        at(
            "services[0].count",
            json("{'data': {}, 'services': [{'name': 'n', 'count': {}, 'window': 4}]}")),
        at(
            "services[0].count.change",
            json(
                "{'data': {}, 'services': [{'name': 'n', 'count': {'change': 'c'}, 'window': 4}]}")),
        at(
            "data.wave",
            json(
                "{'data': {'id': 'i', 'wave': 'w', 'waves': ['a']}, 'services': [{'name': 'n', 'count':"
                    + " {'a': 'c'}, 'window': 4}]}")),
        at(
            "groups[0].slots",
            json("{'data': {}, 'groups': [{'name': 'n', 'kinds': {'a': 'p{n}'}}]}")),
        at(
            "groups[0].kinds",
            json(
                "{'data': {}, 'groups': [{'name': 'n', 'kinds': {'a': 'p{n}', 'b': ['q', 'r']}, 'slots':"
                    + " 2}]}")),
        at("instruments[0].columns", beside("{}", "{}")),
        at("instruments[0].columns.t0", beside("{}", "{'t0': 'u'}")),
        at("instruments[0].columns.change", beside("{}", "{'change': 'u{n}'}")),
        at("instruments[0].columns.a@b", beside("{}", "{'a@b': 'u{n}'}")),
        at("data.wave", beside("{'id': 'i', 'wave': 'w', 'waves': ['t0']}", "{'t0': 'u{n}'}")),
        at("data.missing[0]", data("'missing': [true]")),
        at("data.missing[1]", data("'missing': ['9', '9']")),
        at("data.missing", data("'missing': 'NA'")),
        at("data.missing.age", data("'missing': {'age': 9}")),
        at("data.missing (\" \")", data("'missing': {' ': [9]}")),
        at("data.separator", data("'separator': ';;'")),
        at("data.separator", data("'separator': '.'")),
        at("data.separator", data("'separator': 'a'")),
        at("data.decimal", data("'decimal': ';'")),
        at("data.thousands", data("'thousands': ''")),
        at("data.encoding", data("'encoding': ' '")),
        at("data.skip", data("'skip': -1")),
        at("data.skip", data("'skip': '2'")),
        at("data.skip", data("'skip': {}")),
        at("data.skip.rows", data("'skip': {'rows': 101}")),
        at("data.skip.line", data("'skip': {'line': 1}")),
        at("data.skip.where.a", data("'skip': {'where': {'a': null}}")),
        at("data.where", data("'where': {}")),
        at("data.where", data("'where': []")),
        at("data.where", data("'where': 'age > 18'")),
        at("data.where[1]", data("'where': [{'a': 1}, 2]")),
        at("data.where.a", data("'where': {'a': []}")),
        at("data.where.a", data("'where': {'a': {}}")),
        at("data.where.a[1]", data("'where': {'a': [1, true]}")),
        at("data.where.a.below", data("'where': {'a': {'below': '1'}}")),
        at("data.where.a.less", data("'where': {'a': {'less': 1}}")),
        at("labels.age", json("{'data': {}, 'labels': {'age': ' '}, 'models': []}")),
        at("labels", json("{'data': {}, 'labels': ['age'], 'models': []}")),
        at("labels", overMoments("'labels': {}, ", correlations(TRIANGLE), "'path': 'y ~ x'")),
        at("data.waveLabels", json("{'data': {'waveLabels': {'a': 'b'}}, 'models': []}")),
        at("data.invalid", json("{'data': {'invalid': 'ignore'}, 'models': []}")),
        at("data.idd", json("{'data': {'idd': 'i'}, 'models': []}")),
        at(
            "instruments[0].columns",
            json("{'data': {}, 'instruments': [{'instrument': 'ucla-3'}]}")),
        at(
            "instruments[0].columns",
            json("{'data': {}, 'instruments': [{'instrument': 'ucla-3', 'columns': 'u'}]}")),
        at(
            "instruments[0].columns",
            json("{'data': {}, 'instruments': [{'instrument': 'ucla-3', 'columns': []}]}")),
        at("instruments[0].instrument", json("{'data': {}, 'instruments': [{'columns': 'u{n}'}]}")),
        at(
            "instruments[0].definition",
            json(
                "{'data': {}, 'instruments': [{'instrument': 'a', 'definition': 'b', 'columns':"
                    + " 'u{n}'}]}")),
        at(
            "instruments[0].coding",
            json(
                "{'data': {}, 'instruments': [{'instrument': 'a', 'columns': 'u{n}', 'coding': {}}]}")),
        at(
            "instruments[0].coding.1",
            json(
                "{'data': {}, 'instruments': [{'instrument': 'a', 'columns': 'u{n}', 'coding': {'1':"
                    + " true}}]}")),
        at("groups[0].slots", json("{'data': {}, 'groups': [{'name': 'g', 'kinds': 'g{n}'}]}")),
        at(
            "groups[0].slots",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'slots': 1}]}")),
        at(
            "groups[0].threshold",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'threshold': 5}]}")),
        at(
            "groups[0].kinds",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a', 'b'], 'separator': ';'}]}")),
        at(
            "groups[0].separator",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'separator': ''}]}")),
        at(
            "groups[0].importance",
            json(
                "{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'separator': ';', 'importance':"
                    + " ['b']}]}")),
        at(
            "groups[0].words.x",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'words': {'x': 'y'}}]}")),
        at(
            "groups[0].otherwise",
            json("{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'otherwise': 'any'}]}")),
        at(
            "groups[0].types",
            json(
                "{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'types': ['sport',"
                    + " 'sport']}]}")),
        at(
            "groups[0].importance",
            json(
                "{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'count': 'important',"
                    + " 'threshold': 5}]}")),
        at(
            "groups[0].threshold",
            json(
                "{'data': {}, 'groups': [{'name': 'g', 'kinds': ['a'], 'identification': ['b'],"
                    + " 'count': 'identified-with', 'threshold': 8}]}")),
        at("services[0].window", json("{'data': {}, 'services': [{'name': 's', 'count': 'c'}]}")),
        at(
            "services[0].unit",
            json(
                "{'data': {}, 'services': [{'name': 's', 'count': 'c', 'window': 1, 'unit': 'years'}]}")),
        at(
            "models[0].name",
            json("{'data': {}, 'models': [{'x': 'x', 'mediators': ['m'], 'y': 'y'}]}")),
        at(m + "x", model("'mediators': ['m'], 'y': 'y'")),
        at(m + "y", model("'x': 'x', 'mediators': ['m']")),
        at(m + "mediators", model("'x': 'x', 'y': 'y'")),
        at(m + "mediators", model("'x': 'x', 'mediators': [], 'y': 'y'")),
        at(m + "mediators[0]", model("'x': 'x', 'mediators': [{}], 'y': 'y'")),
        at(m + "order", model("'x': 'x', 'mediators': ['m', 'n'], 'y': 'y'")),
        at(m + "order", chain(", 'order': 'chain'")),
        at(m + "w", chain(", 'w': 'w'")),
        at(m + "process", model("'process': 4, 'path': 'y ~ x'")),
        at(m + "covariates", model("'path': 'y ~ x', 'covariates': ['age']")),
        at(m + "y", model("'path': 'y ~ x', 'x': 'x'")),
        at(
            m + "order",
            model("'process': 6, 'order': 'serial', 'x': 'x', 'mediators': ['m', 'n'], 'y': 'y'")),
        at(m + "process", model("'process': 93, 'x': 'x', 'mediators': ['m'], 'y': 'y'")),
        at(m + "process", model("'process': '4', 'x': 'x', 'mediators': ['m'], 'y': 'y'")),
        at(m + "family", chain(", 'family': 'normal'")),
        at(m + "permutations", chain(", 'permutations': 0")),
        at(m + "condition", chain(", 'condition': 'time'")),
        at(m + "baselines", chain(", 'baselines': 'all'")),
        at(m + "design", design("change", ", 'x': 'x'")),
        at(m + "x", design("change-score", "")),
        at(m + "x", design("within-subject", ", 'x': 'x'")),
        at(m + "covariates", design("within-subject", ", 'covariates': ['age']")),
        at(m + "averages", design("change-score", ", 'x': 'x', 'averages': 'all'")),
        at(m + "condition", design("half-longitudinal", ", 'x': 'x', 'condition': 'c'")),
        at(m + "baselines", design("within-subject", ", 'baselines': 'own'")),
        at(m + "process", design("change-score", ", 'x': 'x', 'process': 4")),
        at(m + "w", design("change-score", ", 'x': 'x', 'w': 'w'")),
        at(
            m + "mediators[0]",
            model(
                "'design': 'within-subject', 'mediators': ['m'], 'y': {'before': 'y0', 'after':"
                    + " 'y1'}")),
        at(
            m + "y.after",
            model(
                "'design': 'within-subject', 'mediators': [{'before': 'm0', 'after': 'm1'}], 'y':"
                    + " {'before': 'y0'}")),
        at(
            m + "mediators[0].change",
            model(
                "'design': 'within-subject', 'mediators': [{'before': 'm0', 'after': 'm1',"
                    + " 'change': 'm'}], 'y': {'before': 'y0', 'after': 'y1'}")),
        at(m + "y", model("'x': 'x', 'mediators': ['m'], 'y': {'before': 'y0', 'after': 'y1'}")),
        at(m + "family.y", chain(", 'family': {'y': 'normal'}")),
        at(m + "exposure", chain(", 'offset': 'a', 'exposure': 'b'")),
        at(m + "se", chain(", 'se': 'robust'")),
        at(m + "cluster", chain(", 'se': 'cluster'")),
        at(m + "probe", chain(", 'probe': 'quartiles'")),
        at(m + "probe", chain(", 'probe': []")),
        at(m + "level", chain(", 'level': 95")),
        at(m + "level", chain(", 'level': 1")),
        at(m + "coding", chain(", 'coding': 'dummy'")),
        at(m + "center", chain(", 'center': 1")),
        at(m + "effects.ab", chain(", 'effects': {'ab': 1}")),
        at(m + "effects.ab.expression", chain(", 'effects': {'ab': {'null': 1}}")),
        at(m + "effects.ab.null", chain(", 'effects': {'ab': {'expression': 'a*b', 'null': 'x'}}")),
        at(m + "effects.ab.nul", chain(", 'effects': {'ab': {'expression': 'a*b', 'nul': 1}}")),
        at(m + "monteCarlo", chain(", 'monteCarlo': 10")),
        at(m + "bootstrap.replicates", chain(", 'bootstrap': {'replicates': 0}")),
        at(m + "bootstrap.replicates", chain(", 'bootstrap': {'replicates': -5}")),
        at(m + "bootstrap.replicates", chain(", 'bootstrap': {'replicates': 1000000000}")),
        at(m + "bootstrap.replicates", chain(", 'bootstrap': {'replicates': 10.5}")),
        at(
            m + "bootstrap.rule",
            chain(", 'bootstrap': {'rule': 'type-6', 'compatibility': 'process'}")),
        at(m + "bootstrap.strata", chain(", 'bootstrap': {'kind': 'stratified'}")),
        at(m + "bootstrap.strata", chain(", 'bootstrap': {'strata': 'site'}")),
        at(m + "bootstrap.indices", chain(", 'bootstrap': {'kind': 'wild', 'indices': 'i.csv'}")),
        at(m + "bootstrap.seed", chain(", 'bootstrap': {'seed': 3}")),
        at(m + "bootstrap", chain(", 'bootstrap': 10000")));
  }

  @ParameterizedTest
  @MethodSource("refusedPlans")
  void readerAndSchemaRefuseThePlanAndTheReaderNamesTheField(Refused refused) {
    assertRefusedAt(refused);
    assertFalse(schemaErrors(refused.plan()).isEmpty(), refused.plan());
  }

  /** What a schema cannot say: that names agree with each other. */
  static Stream<Refused> refusedByTheReaderAlone() {
    String m = "models[0].";
    return Stream.of(
        at("moments.means", moments(correlations(TRIANGLE).replace("[0, 1, 2.5]", "[0, 1]"))),
        at("moments.sds", moments(correlations(TRIANGLE).replace("[1, 2, 3]", "[1, 2]"))),
        at("moments.correlations", moments(correlations("[[1], [0.3, 1]]"))),
        at("moments.correlations", moments(correlations("[[1], [0.3, 1], [0.2, 0.4]]"))),
        at("moments.covariances", moments(covariances("[[1, 0, 0], [0, 1, 0]]"))),
        at("moments.correlations[2][0]", moments(correlations("[[1], [0.3, 1], [-1.2, 0.4, 1]]"))),
        at("moments.correlations[1][1]", moments(correlations("[[1], [0.3, 4], [0, 0, 1]]"))),
        at("moments.correlations[0][2]", moments(correlations(SQUARE.replace("0.2]", "0.25]")))),
        at("moments.correlations", moments(correlations("[[1], [0.9, 1], [-0.9, 0.9, 1]]"))),
        at("moments.covariances[1][1]", moments(covariances("[[1], [0.3, 0], [0, 0, 1]]"))),
        at("moments.covariances[1][0]", moments(covariances("[[1], [2, 3], [0, 0, 1]]"))),
        at("moments.covariances", moments(covariances("[[1], [2, 4], [0, 0, 1]]"))),
        at("models[0]", overMoments("", correlations(TRIANGLE), "'path': 'y ~ x + x:m'")),
        at("data.waves", beside("{'waves': ['t1']}", "{'t0': 'u{n}'}")),
        at("data.waveLabels.t2", beside("{'waveLabels': {'t2': 'x'}}", "{'t0': 'u{n}'}")),
        at("data.encoding", data("'encoding': 'utf-ate'")),
        at("data.separator", data("'separator': 'ä'")),
        at("data.thousands", data("'thousands': '.'")),
        at("data.thousands", data("'decimal': ',', 'thousands': ','")),
        at("data.wave", json("{'data': {'id': 'i', 'wave': 'i', 'waves': ['a']}, 'models': []}")),
        at(
            "data.waveLabels.b",
            json(
                "{'data': {'id': 'i', 'wave': 'w', 'waves': ['a'], 'waveLabels': {'b': 'c'}},"
                    + " 'models': []}")),
        at(
            "instruments[0].instrument",
            json("{'data': {}, 'instruments': [{'instrument': 'ucla', 'columns': 'u{n}'}]}")),
        at(m + "mediators[0]", model("'x': 'x', 'mediators': ['x'], 'y': 'y'")),
        at(m + "covariates[0]", chain(", 'covariates': ['m']")),
        at(
            m + "cluster",
            chain(", 'cluster': 'site', 'se': 'classical', 'bootstrap': {'kind': 'case'}")),
        at(m + "coding.z", chain(", 'coding': {'z': 'helmert'}")),
        at(m + "coding", model("'path': 'm ~ x\\ny ~ m', 'coding': 'helmert'")),
        at(m + "process", model("'process': 14, 'x': 'x', 'mediators': ['m'], 'y': 'y'")),
        at(m + "process", model("'process': 77, 'x': 'x', 'mediators': ['m'], 'y': 'y'")),
        at(m + "path", model("'path': 'y ~~ x'")),
        at(m + "path", model("'path': 'y ~ x\\nx ~ y'")),
        at(m + "path", model("'path': 'y ~ x', 'x': 'y', 'y': 'x'")),
        at(m + "effects.e", chain(", 'effects': {'e': 'a*unknown'}")),
        at(m + "x.after", design("change-score", ", 'x': {'before': 'x', 'after': 'x'}")),
        at(m + "design", design("change-score", ", 'x': 'm0'")),
        at(
            m + "design",
            model(
                "'design': 'half-longitudinal', 'x': 'x', 'mediators': [{'before': 'm0', 'after':"
                    + " 'm1'}, {'before': 'n0', 'after': 'n1'}], 'order': 'serial', 'y': {'before':"
                    + " 'y0', 'after': 'y1'}")),
        at(m + "family", model("'path': 'y ~ x\\nz ~ x', 'family': 'logit'")),
        at(
            "models[1].name",
            json(
                "{'data': {}, 'models': [{'name': 'm', 'path': 'y ~ x'}, {'name': 'm', 'path': 'y ~"
                    + " x'}]}")));
  }

  @ParameterizedTest
  @MethodSource
  void refusedByTheReaderAlone(Refused refused) {
    assertRefusedAt(refused);
  }

  private static void assertRefusedAt(Refused refused) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Plan.read(refused.plan()), refused.plan());
    assertTrue(
        e.problems().stream().map(Problem::where).anyMatch(refused.place()::equals),
        () -> refused + " was refused with: " + e.getMessage());
    assertTrue(
        e.problems().stream().allMatch(problem -> problem.position().isPresent()),
        () -> "has no line and column: " + e.getMessage());
  }

  @Test
  void allProblemsComeTogether() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                Plan.read(
                    json(
                        "{'seed': 'x', 'data': {'waves': ['a']}, 'models': [{'name': 'm', 'x': 'x',"
                            + " 'mediators': ['x'], 'y': 'y', 'se': 'hc9', 'bootstrap': {'replicates':"
                            + " 0}}], 'extra': 1}")));

    assertEquals(
        List.of(
            "seed",
            "data.waves",
            "models[0].mediators[0]",
            "models[0].se",
            "models[0].bootstrap.replicates",
            "extra"),
        e.problems().stream().map(Problem::where).collect(Collectors.toList()));
  }

  @Test
  void thePlansOfTheRepositoryAreValid() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("plans"))) {
      List<Path> plans =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !file.endsWith("dass-21.json"))
              .toList();
      assertFalse(plans.isEmpty());
      for (Path plan : plans) {
        String text = Files.readString(plan);
        Plan.read(text);
        assertEquals(List.of(), schemaErrors(text), plan.toString());
      }
    }
  }

  @Test
  void thePlanOfTheSimulatedCohortIsValid() throws IOException {
    try (InputStream in =
        Plan.class.getResourceAsStream("/org/socialcure/examples/study/simulated-cohort.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(List.of(), schemaErrors(text));
    }
  }
}
