# Makes clusters.json: what is inferred from rows in clusters and within strata, on the made-up data
# written into the same file.
# Run: Rscript clusters.R
suppressMessages({library(boot); library(sandwich); library(clubSandwich); library(jsonlite)})
set.seed(20190611)
sizes <- c(9, 4, 7, 5, 12, 3, 6, 8, 4, 10, 5, 7)
g <- rep(seq_along(sizes), sizes)
n <- length(g)
u <- rnorm(length(sizes))[g]
d <- data.frame(site = g, stratum = ifelse(g <= 5, 1, ifelse(g <= 9, 2, 3)))
d$x <- round(rnorm(length(sizes))[g] + 0.5 * rnorm(n), 2)
d$m <- round(0.4 * d$x + 0.6 * u + rnorm(n), 2)
d$y <- round(0.5 * d$m + 0.4 * u + rnorm(n), 2)
d$w <- round(runif(n, 0.4, 2.5), 2)

# Wild cluster test with the null imposed, every resample fitted anew; all combinations of the
# multipliers.
cluster_t <- function(X, y, w, g, j) {
  r <- sqrt(w); q <- qr(X * r); b <- qr.coef(q, y * r); e <- drop(y - X %*% b)
  B <- chol2inv(qr.R(q)); G <- length(unique(g)); k <- ncol(X)
  S <- rowsum(X * (w * e), g)
  V <- B %*% crossprod(S) %*% B * G / (G - 1) * (length(y) - 1) / (length(y) - k)
  unname(b[j] / sqrt(V[j, j]))
}
wild <- function(X, y, w, g, j, points) {
  G <- length(unique(g)); id <- match(g, unique(g)); r <- sqrt(w)
  b <- qr.coef(qr(X[, -j, drop = FALSE] * r), y * r)
  f <- drop(X[, -j, drop = FALSE] %*% b); e <- y - f
  t0 <- cluster_t(X, y, w, g, j)
  V <- as.matrix(expand.grid(rep(list(points), G)))
  t <- apply(V, 1, function(v) cluster_t(X, f + v[id] * e, w, g, j))
  list(t = t0, count = nrow(V), extreme = sum(abs(t) >= abs(t0) * (1 - 1e-9)),
    p = mean(abs(t) >= abs(t0) * (1 - 1e-9)))
}
webb <- c(-sqrt(1.5), -1, -sqrt(0.5), sqrt(0.5), 1, sqrt(1.5))
X <- cbind(1, d$x, d$m); one <- rep(1, n)
five <- d$site <= 5
t12 <- cluster_t(X, d$y, one, d$site, 2)
stopifnot(all.equal(t12, {l <- lm(y ~ x + m, d); unname(coef(l)[2] / sqrt(vcovCL(l, d$site)[2, 2]))}))
tests <- list(
  list(name = "12 clusters", term = "x", weighted = FALSE, sites = 12, value = wild(X, d$y, one, d$site, 2, c(-1, 1))),
  list(name = "12 clusters, m", term = "m", weighted = FALSE, sites = 12, value = wild(X, d$y, one, d$site, 3, c(-1, 1))),
  list(name = "12 clusters, weighted", term = "x", weighted = TRUE, sites = 12, value = wild(X, d$y, d$w, d$site, 2, c(-1, 1))),
  list(name = "5 clusters", term = "m", weighted = FALSE, sites = 5, value = wild(X[five, ], d$y[five], one[five], d$site[five], 3, webb)))

# Studentised and BCa intervals of the indirect effect from resamples of whole clusters, each drawn
# cluster one of its own.
delta <- function(d, g) {
  a <- lm(m ~ x, d); b <- lm(y ~ m + x, d)
  va <- vcovCL(a, g)["x", "x"]; vb <- vcovCL(b, g)["m", "m"]
  A <- coef(a)[["x"]]; B <- coef(b)[["m"]]
  c(A * B, B^2 * va + A^2 * vb)
}
take <- function(units) {
  rows <- lapply(seq_along(units), function(i) cbind(which(d$site == units[i]), i))
  rows <- do.call(rbind, rows)
  list(rows = rows[, 1], copy = rows[, 2])
}
by_cluster <- function(units, i) { s <- take(units[i]); delta(d[s$rows, ], s$copy) }
R <- 199
b <- boot(seq_along(sizes), by_cluster, R)
draws <- boot.array(b, indices = TRUE)
jack <- sapply(seq_along(sizes), function(i) delta(d[d$site != i, ], d$site[d$site != i])[1])
L <- (length(sizes) - 1) * (mean(jack) - jack)
ci <- function(o) unname(o[length(o) - 1:0])
clusters <- list(
  indices = lapply(seq_len(R), function(r) take(draws[r, ])$rows - 1),
  estimate = b$t0[1], errors = sqrt(b$t[, 2]), se = sqrt(b$t0[2]), replicates = b$t[, 1],
  studentized = ci(boot.ci(b, conf = 0.9, type = "stud")$student),
  bca = ci(boot.ci(b, conf = 0.9, type = "bca", L = L)$bca))

# BCa of rows drawn within strata.
ab <- function(d, i) { d <- d[i, ]; coef(lm(m ~ x, d))[["x"]] * coef(lm(y ~ m + x, d))[["m"]] }
s <- boot(d, ab, R, strata = d$stratum)
left <- sapply(seq_len(n), function(i) ab(d, -i))
own <- ave(left, d$stratum, FUN = function(j) (length(j) - 1) * (mean(j) - j))
theirs <- empinf(s, type = "jack")
# boot's values are off centre by the jackknife bias of their stratum.
centred <- ave(theirs, d$stratum, FUN = function(v) v - mean(v))
print(all.equal(unname(centred), unname(own)))
regression <- empinf(s, type = "reg")
strata <- list(
  indices = lapply(seq_len(R), function(r) boot.array(s, indices = TRUE)[r, ] - 1),
  jackknife = own, regression = unname(regression),
  bca = ci(boot.ci(s, conf = 0.9, type = "bca", L = own)$bca),
  bcaRegression = ci(boot.ci(s, conf = 0.9, type = "bca", L = regression)$bca))
# The sum of two coefficients of equations side by side, by the errors of both together. vcovCL takes
# a matrix of outcomes without the factor (n - 1)/(n - k), or with k the coefficients of both.
side <- function(kind, weighted) {
  l <- if (weighted) lm(cbind(m, y) ~ x, d, weights = w) else lm(cbind(m, y) ~ x, d)
  V <- switch(kind, CLUSTER = vcovCL(l, d$site) * (n - 1) / (n - 2), CR2 = as.matrix(vcovCR(l, d$site, type = "CR2")),
    vcovHC(l, type = kind))
  both <- c("m:x", "y:x")
  list(kind = kind, rows = if (weighted) "weighted" else "alike", se = sqrt(sum(V[both, both])))
}
parallel <- c(lapply(c("HC0", "HC3", "CLUSTER", "CR2"), side, FALSE), list(side("CR2", TRUE)))
# Where along w the effect of m on x differs from zero, each value with degrees of freedom of its own.
l <- lm(x ~ m * w, d); V <- vcovCR(l, d$site, type = "CR2")
along <- function(at) linear_contrast(l, V, matrix(c(0, 1, 0, at), 1), level = 0.95)
beyond <- function(at) { a <- along(at); max(a$CI_L, -a$CI_U) }
grid <- seq(min(d$w), max(d$w), length.out = 401); f <- sapply(grid, beyond)
turn <- which(diff(sign(f)) != 0)
bounds <- sapply(turn, function(i) uniroot(beyond, grid[i + 0:1], tol = 1e-13)$root)
first <- along(min(d$w))
regions <- list(bounds = I(bounds), se = first$SE, df = first$df, limits = c(first$CI_L, first$CI_U))
v <- function(p) as.character(packageVersion(p))
out <- list(
  what = "inference from rows in clusters and strata; made by clusters.R", r = R.version.string,
  packages = list(boot = v("boot"), sandwich = v("sandwich"), clubSandwich = v("clubSandwich")),
  data = as.list(d), tests = tests, clusters = clusters, strata = strata, parallel = parallel, regions = regions)
write(toJSON(out, digits = NA, auto_unbox = TRUE), "clusters.json")
