# Makes joint.json: tests of several coefficients at once with bias-reduced errors by clusters, on the
# made-up data that are written into the same file.
# Run: Rscript joint.R
suppressMessages({library(clubSandwich); library(jsonlite)})
set.seed(20190705)
sizes <- c(9, 4, 7, 5, 12, 3, 6, 8)
g <- rep(seq_along(sizes), sizes)
n <- length(g)
site <- rnorm(length(sizes))[g]
d <- data.frame(g, x = round(rnorm(length(sizes))[g] + rnorm(n), 3), z = round(rnorm(n), 3), w = round(runif(n, 0.4, 2.5), 2))
f <- sample(1:3, n, TRUE)
d$f2 <- as.numeric(f == 2); d$f3 <- as.numeric(f == 3)
# Categories of whole clusters, and a predictor that one cluster alone has.
k <- c(1, 1, 1, 2, 2, 2, 3, 3)[g]
d$k2 <- as.numeric(k == 2); d$k3 <- as.numeric(k == 3)
d$own <- as.numeric(g == 3)
for (i in 2:8) d[[paste0("g", i)]] <- as.numeric(g == i)
d$y <- round(0.3 * d$x + 0.5 * d$f2 + site + rnorm(n), 3)
test <- function(name, formula, terms, weighted = FALSE) {
  m <- if (weighted) lm(formula, d, weights = w) else lm(formula, d)
  t <- Wald_test(m, constraints = constrain_zero(terms, coef(m)), vcov = vcovCR(m, cluster = d$g, type = "CR2"), test = "HTZ")
  list(name = name, predictors = I(attr(terms(formula), "term.labels")), intercept = attr(terms(formula), "intercept"),
    terms = I(terms), weighted = weighted, f = t$Fstat, df1 = t$df_num, df2 = t$df_denom, p = t$p_val)
}
all <- list(
  test("codes", y ~ x + z + f2 + f3, c("f2", "f3")),
  test("codes, weighted", y ~ x + z + f2 + f3, c("f2", "f3"), TRUE),
  test("all predictors", y ~ x + z + f2 + f3, c("x", "z", "f2", "f3")),
  test("all predictors, weighted", y ~ x + z + f2 + f3, c("x", "z", "f2", "f3"), TRUE),
  test("codes of clusters", y ~ x + k2 + k3, c("k2", "k3")),
  test("codes of clusters, weighted", y ~ x + k2 + k3, c("k2", "k3"), TRUE),
  test("beside a lone cluster", y ~ x + z + own, c("x", "z")),
  test("beside a lone cluster, weighted", y ~ x + z + own, c("x", "z"), TRUE),
  test("within clusters", as.formula(paste("y ~ x + z +", paste0("g", 2:8, collapse = " + "))), c("x", "z")),
  test("within clusters, weighted", as.formula(paste("y ~ x + z +", paste0("g", 2:8, collapse = " + "))), c("x", "z"), TRUE),
  test("through the origin, weighted", y ~ 0 + x + z, c("x", "z"), TRUE),
  test("one coefficient", y ~ x + z + f2 + f3, "x"),
  test("five coefficients", y ~ x + z + f2 + f3 + k2, c("x", "z", "f2", "f3", "k2")),
  test("no degrees of freedom", y ~ x + z + f2 + f3 + k2 + k3, c("x", "z", "f2", "f3", "k2", "k3")))
v <- function(p) as.character(packageVersion(p))
out <- list(
  what = "approximate Hotelling T-squared tests; made by joint.R", r = R.version.string,
  packages = list(clubSandwich = v("clubSandwich")),
  notes = "p is empty where df2 is not above zero",
  data = as.list(d), tests = all)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null"), "joint.json")
