# Makes total-indirect.json: the first-order normal-theory test of the total indirect effect over two
# parallel mediators between subjects, on the made-up data that are written into the same file. The
# equations of the mediators are one multivariate lm, whose covariance joins their coefficients.
# Run in this folder: Rscript total-indirect.R
suppressMessages({library(sandwich); library(jsonlite)})
set.seed(20190811)
n <- 90
g <- rep(1:15, each = 6)
site <- rnorm(15)[g]
x <- round(rnorm(n) + 0.4 * site, 3)
z <- round(rnorm(n), 3)
shared <- rnorm(n)
k <- round(0.5 * x + 0.2 * z + 0.8 * shared + 0.4 * site + rnorm(n), 3)
m <- round(0.3 * x - 0.3 * z + 0.8 * shared + rnorm(n) * (0.6 + 0.3 * abs(x)), 3)
y <- round(0.4 * m - 0.3 * k + 0.2 * x + 0.3 * site + rnorm(n), 3)
w <- round(runif(n, 0.5, 2), 2)
told <- function(name, weighted, a, b, Va, Vb) {
  estimate <- sum(a * b)
  se <- sqrt(drop(b %*% Va %*% b + a %*% Vb %*% a))
  list(name = name, weighted = weighted, estimate = estimate, se = se, p = 2 * pnorm(-abs(estimate / se)),
    limits = estimate + c(-1, 1) * qnorm(0.975) * se)
}
test <- function(name, errors) {
  mediators <- lm(cbind(m, k) ~ x + z)
  outcome <- lm(y ~ m + k + x + z)
  at <- c("m:x", "k:x"); of <- c("m", "k")
  told(name, 0, coef(mediators)["x", ], coef(outcome)[of], errors(mediators)[at, at], errors(outcome)[of, of])
}
# A multivariate lm takes no weights: the scores of two lm, side by side, are what joins them.
weighted <- function() {
  one <- lm(m ~ x + z, weights = w); two <- lm(k ~ x + z, weights = w)
  outcome <- lm(y ~ m + k + x + z, weights = w)
  moves <- cbind((estfun(one) %*% bread(one) / n)[, "x"], (estfun(two) %*% bread(two) / n)[, "x"])
  of <- c("m", "k")
  told("HC0", 1, c(coef(one)["x"], coef(two)["x"]), coef(outcome)[of], crossprod(moves), vcovHC(outcome, type = "HC0")[of, of])
}
out <- list(what = "total indirect effects; made by total-indirect.R", r = R.version.string,
  packages = list(sandwich = as.character(packageVersion("sandwich"))),
  data = list(x = x, z = z, m = m, k = k, y = y, w = w, g = g),
  tests = list(test("CLASSICAL", vcov), weighted(),
    test("HC0", function(f) vcovHC(f, type = "HC0")), test("HC3", function(f) vcovHC(f, type = "HC3")),
    
    # Of a multivariate lm, type HC1 counts the coefficients of both equations.
    test("CLUSTER", function(f) vcovCL(f, cluster = g, type = "HC0") * (n - 1) / (n - NROW(coef(f))))))
write(toJSON(out, digits = NA, auto_unbox = TRUE), "total-indirect.json")
