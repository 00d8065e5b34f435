// A tour for researchers: answers, scores, change, a model, intervals, a report.
// Run it with `examples/shell examples/study/tour.jsh`, which leaves you at a prompt with all its
// variables, or type along: at the prompt every value prints itself, without the println. JShell
// takes a line for finished as soon as it can be, so that a chain of calls breaks after the dot.

import org.socialcure.examples.study.simulation.*;

println("== Load: a simulated cohort, whose true effects are known");
Cohort cohort = CohortSimulator.simulate(2019).cohort();
println(cohort.flow());

println("\n== Score: one form, then the whole cohort by the same rules");
println(Scorer.score(new Ucla3(2, 3, 1)));
Dataset scores = Scorer.score(cohort);
println(scores);

println("\n== Change: one row a person, and the mean change of loneliness");
Dataset data =
    scores.
        rename("uls-8.total", "loneliness").
        rename("group-identification[community].total", "belonging").
        widen("id", "wave");
println(data);
println(PairedChange.of(data, "loneliness@T0", "loneliness@T1"));

println("\n== Model: did the change go through belonging and then loneliness?");
MediationModel model =
    Mediation.from("groups@change").
        through("belonging@change", "loneliness@change").inSeries().
        to("gp-visit@T1").
        adjustingFor("gp-visit@T0").
        build();
println(model);

println("\n== Bootstrap: same seed, same numbers, on any machine");
MediationResult result = model.fit(data, Bootstrap.percentile(2_000).seed(2019));
println(result);
println(result.indirect("belonging@change", "loneliness@change"));
TrueEffects.onVisits().forEach((name, value) -> System.out.printf("truly %s: %.2f%n", name, value));

println("\n== Report");
Path report = Files.createTempFile("report", ".html");
result.report().writeHtml(report);
println("Written to " + report);
