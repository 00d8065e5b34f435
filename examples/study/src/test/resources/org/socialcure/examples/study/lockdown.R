# Reference values for the two lockdown plans, from base R alone:
#   Rscript lockdown.R path/to/lockdown-loneliness.csv > lockdown.csv
#   Rscript lockdown.R path/to/waves.csv > waves.csv      (made-up people: reference/data of core/test-support)
# Scores are formed here by the published rules, not by the library. Columns: name, value.
raw <- read.csv(commandArgs(TRUE)[1], na.strings = c("", "NA"))
items <- function(prefix, n) as.matrix(raw[paste0(prefix, n)])
raw$ucla <- rowSums(items("ucla3_", 1:3))
# Codes: 1 yes, 2 more or less, 3 no. Emotional items count yes and more or less; social items no and more or less.
emotional <- items("djg11_", c(2, 3, 5, 6, 9, 10)) %in% c(1, 2)
emotional <- matrix(emotional, ncol = 6)
emotional[is.na(items("djg11_", c(2, 3, 5, 6, 9, 10)))] <- NA
social <- matrix(items("djg11_", c(1, 4, 7, 8, 11)) %in% c(2, 3), ncol = 5)
social[is.na(items("djg11_", c(1, 4, 7, 8, 11)))] <- NA
raw$emotional <- rowSums(emotional)
raw$social <- rowSums(social)
dass <- function(n) 2 * rowSums(items("dass21_", n) - 1)
raw$depression <- dass(c(3, 5, 10, 13, 16, 17, 21))
raw$anxiety <- dass(c(2, 4, 7, 9, 15, 19, 20))
keep <- c("id", "wave", "age", "ucla", "emotional", "social", "depression", "anxiety")
wide <- reshape(raw[keep], idvar = "id", timevar = "wave", direction = "wide")
wide$age <- ifelse(is.na(wide$age.before), wide$age.during, wide$age.before)

out <- function(name, value) cat(name, ",", format(value, digits = 17), "\n", sep = "")
cat("# ", R.version.string, "\n", sep = "")
cat("name,value\n")

pairs <- na.omit(wide[c("ucla.before", "ucla.during")])
test <- t.test(pairs$ucla.during, pairs$ucla.before, paired = TRUE)
difference <- pairs$ucla.during - pairs$ucla.before
out("change.n", nrow(pairs))
out("change.meanFirst", mean(pairs$ucla.before))
out("change.sdFirst", sd(pairs$ucla.before))
out("change.meanLast", mean(pairs$ucla.during))
out("change.sdLast", sd(pairs$ucla.during))
out("change.meanDifference", mean(difference))
out("change.lower", test$conf.int[1])
out("change.upper", test$conf.int[2])
out("change.dz", mean(difference) / sd(difference))

equation <- function(name, fit) {
  table <- summary(fit)$coefficients
  limits <- confint(fit)
  for (term in rownames(table)) {
    out(paste(name, term, "estimate", sep = "|"), table[term, 1])
    out(paste(name, term, "se", sep = "|"), table[term, 2])
    out(paste(name, term, "t", sep = "|"), table[term, 3])
    out(paste(name, term, "p", sep = "|"), table[term, 4])
    out(paste(name, term, "lower", sep = "|"), limits[term, 1])
    out(paste(name, term, "upper", sep = "|"), limits[term, 2])
  }
  out(paste(name, "r2", sep = "|"), summary(fit)$r.squared)
}

a <- na.omit(wide[c("social.during", "emotional.during", "depression.during", "depression.before", "age")])
out("a.n", nrow(a))
am <- lm(emotional.during ~ social.during + depression.before + age, a)
ay <- lm(depression.during ~ emotional.during + social.during + depression.before + age, a)
at <- lm(depression.during ~ social.during + depression.before + age, a)
equation("a.m", am)
equation("a.y", ay)
out("a.total", coef(at)["social.during"])
out("a.direct", coef(ay)["social.during"])
out("a.indirect", coef(am)["social.during"] * coef(ay)["emotional.during"])

b <- na.omit(wide[c("ucla.before", "ucla.during", "anxiety.during", "depression.during", "depression.before")])
out("b.n", nrow(b))
b1 <- lm(ucla.during ~ ucla.before + depression.before, b)
b2 <- lm(anxiety.during ~ ucla.before + ucla.during + depression.before, b)
by <- lm(depression.during ~ ucla.during + anxiety.during + ucla.before + depression.before, b)
bt <- lm(depression.during ~ ucla.before + depression.before, b)
equation("b.m1", b1)
equation("b.m2", b2)
equation("b.y", by)
out("b.total", coef(bt)["ucla.before"])
out("b.direct", coef(by)["ucla.before"])
out("b.indirect1", coef(b1)["ucla.before"] * coef(by)["ucla.during"])
out("b.indirect2", coef(b2)["ucla.before"] * coef(by)["anxiety.during"])
out("b.serial", coef(b1)["ucla.before"] * coef(b2)["ucla.during"] * coef(by)["anxiety.during"])

# Percentile limits of 100,000 resamples of R's own; the Monte Carlo standard error of a limit is
# sqrt(p (1 - p) / B) divided by the density there, here from the spread of the limits of ten parts.
set.seed(1)
limits <- function(name, data, effects) {
  replicates <- sapply(1:100000, function(r) effects(data[sample.int(nrow(data), replace = TRUE), ]))
  replicates <- matrix(replicates, ncol = 100000)
  for (k in seq_len(nrow(replicates))) {
    for (side in c(0.025, 0.975)) {
      parts <- sapply(split(replicates[k, ], rep(1:10, each = 10000)), quantile, side, type = 6)
      which <- if (side < 0.5) "lower" else "upper"
      out(paste(name[k], which, sep = "."), mean(parts))
      out(paste(name[k], which, "mcse", sep = "."), sd(parts))
    }
  }
}
slopes <- function(y, ...) .lm.fit(cbind(1, ...), y)$coefficients[-1]
limits("a.indirect", a, function(d) {
  slopes(d$emotional.during, d$social.during, d$depression.before, d$age)[1] *
    slopes(d$depression.during, d$emotional.during, d$social.during, d$depression.before, d$age)[1]
})
limits(c("b.indirect1", "b.indirect2", "b.serial"), b, function(d) {
  m1 <- slopes(d$ucla.during, d$ucla.before, d$depression.before)
  m2 <- slopes(d$anxiety.during, d$ucla.before, d$ucla.during, d$depression.before)
  y <- slopes(d$depression.during, d$ucla.during, d$anxiety.during, d$ucla.before, d$depression.before)
  c(m1[1] * y[1], m2[1] * y[2], m1[1] * m2[2] * y[2])
})
