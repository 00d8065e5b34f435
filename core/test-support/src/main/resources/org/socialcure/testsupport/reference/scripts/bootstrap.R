# A bootstrap on resamples that are drawn once and for all, resample by resample and interval by
# interval, and the limits of a million resamples. Writes golden/boot40_*, golden/bootlarge_*.json and
# the data and resamples they were computed from.
script <- "bootstrap.R"
suppressMessages(library(boot))
source("common.R")
n <- 40
d <- people()[1:n, c("arm", "belonging", "trust", "loneliness")]
set.seed(40)
B <- 200
draws <- t(replicate(B, sample.int(n, replace = TRUE)))
table(d, "boot40_people.csv")
writeLines(apply(draws, 1, paste, collapse = ","), file.path(folder("data"), "boot40_people_indices.csv"))

slopes <- function(y, X, w) {
  q <- qr(cbind(1, X) * sqrt(w))
  b <- qr.coef(q, y * sqrt(w))
  list(b = b[-1], q = q, e = sqrt(w) * (y - drop(cbind(1, X) %*% b)))
}
spread <- function(v, w) sqrt(sum(w * (v - sum(w * v) / sum(w))^2) / (sum(w) - 1))
# Every statistic for frequencies of the rows.
statistics <- function(w) {
  x <- d$arm; m1 <- d$belonging; m2 <- d$trust; y <- d$loneliness
  a1 <- slopes(m1, x, w)$b; a2 <- slopes(m2, x, w)$b
  s <- slopes(m2, cbind(x, m1), w)$b
  simple <- slopes(y, cbind(x, m2), w)$b
  two <- slopes(y, cbind(x, m1, m2), w)$b
  total <- slopes(y, x, w)$b
  c(simple_indirect = a2 * simple[2], simple_direct = simple[1], simple_total = total,
    simple_indirect_ps = a2 * simple[2] / spread(y, w), simple_indirect_cs = a2 * simple[2] * spread(x, w) / spread(y, w),
    par_ind1 = a1 * two[2], par_ind2 = a2 * two[3], par_total_ind = a1 * two[2] + a2 * two[3],
    par_contrast_1_minus_2 = a1 * two[2] - a2 * two[3], par_direct = two[1],
    ser_ind_x_m1_y = a1 * two[2], ser_ind_x_m2_y = s[1] * two[3], ser_ind_x_m1_m2_y = a1 * s[2] * two[3])
}
names <- sub("\\..*", "", base::names(statistics(rep(1, n))))
named <- function(w) setNames(statistics(w), names)
# The Sobel variance of the simple indirect effect of a resample.
sobel <- function(rows) {
  r <- d[rows, ]
  a <- summary(lm(trust ~ arm, r))$coefficients["arm", ]
  b <- summary(lm(loneliness ~ arm + trust, r))$coefficients["trust", ]
  a[[1]]^2 * b[[2]]^2 + b[[1]]^2 * a[[2]]^2
}
t0 <- named(rep(1, n))
replicates <- t(apply(draws, 1, function(r) named(tabulate(r, n))))
variance <- apply(draws, 1, sobel)
table(data.frame(replicates, simple_indirect_sobel_variance = variance), "boot40_people_estimates.csv", "golden")
jackknife <- t(sapply(1:n, function(i) named(replace(rep(1, n), i, 0))))
# statistics() is given frequencies, and so are these weights, which sum to n.
infinitesimal <- sapply(names, function(s) empinf(data = d, statistic = function(data, w) named(as.vector(w) * n)[[s]], stype = "w", type = "inf"))
acceleration <- function(L) sum(L^3) / (6 * sum(L^2)^1.5)

normal_scale <- function(t, p) boot:::norm.inter(t, p)[, 2]
# One-based ranks of the exact products; no limit where a rank is below the first.
rank_rule <- function(t, p) {
  k <- floor(round(p * length(t), 9))
  k[2] <- k[2] + 1
  if (k[1] < 1 || k[2] > length(t)) NULL else sort(t)[k]
}
drop_null <- function(x) x[!vapply(x, is.null, TRUE)]
rules <- function(t, p, which) drop_null(list(type7 = if ("type7" %in% which) quantile(t, p, type = 7, names = FALSE),
  type6 = if ("type6" %in% which) quantile(t, p, type = 6, names = FALSE),
  boot_norm_inter = normal_scale(t, p), rank_rule = if ("rank_rule" %in% which) rank_rule(t, p)))
intervals <- function(t, name, level, size) {
  e <- t0[[name]]; p <- c((1 - level) / 2, (1 + level) / 2); z <- qnorm(p); se <- sd(t)
  adjusted <- function(z0, a, which) {
    at <- pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))
    c(list(z0 = z0), if (a != 0) list(a = a), list(adjusted_alpha = at), rules(t, at, which))
  }
  z0 <- qnorm(mean(t < e))
  L <- (n - 1) * (mean(jackknife[, name]) - jackknife[, name])
  out <- list(percentile_type6 = quantile(t, p, type = 6, names = FALSE), percentile_type7 = quantile(t, p, type = 7, names = FALSE),
    percentile_boot_norm_inter = normal_scale(t, p), percentile_rank_rule = rank_rule(t, p),
    basic_type7 = 2 * e - rev(quantile(t, p, type = 7, names = FALSE)), basic_boot_norm_inter = 2 * e - rev(normal_scale(t, p)),
    normal_bias_corrected = 2 * e - mean(t) + z * se, normal_plain = e + z * se,
    bc = adjusted(z0, 0, c("type7", "type6", "rank_rule")), bca_jackknife = adjusted(z0, acceleration(L), c("type7", "type6")),
    bca_infinitesimal_jackknife = adjusted(z0, acceleration(infinitesimal[, name]), "type7"))
  if (name == "simple_indirect") {
    se0 <- sqrt(sobel(1:n)); s <- (t - e) / sqrt(variance[1:size])
    out$studentized <- list(se0 = se0, type7 = e - se0 * rev(quantile(s, p, type = 7, names = FALSE)), boot_norm_inter = e - se0 * rev(normal_scale(s, p)))
  }
  drop_null(out)
}
statistic <- function(name, size) {
  t <- replicates[1:size, name]
  L <- (n - 1) * (mean(jackknife[, name]) - jackknife[, name])
  list(t0 = t0[[name]], boot_mean = mean(t), boot_se = sd(t), bias = mean(t) - t0[[name]], count_below_t0 = sum(t < t0[[name]]), jackknife_a = acceleration(L),
    intervals = sapply(c("level_0.90", "level_0.95", "level_0.99"), function(l) intervals(t, name, as.numeric(sub("level_", "", l)), size), simplify = FALSE))
}
NOTES <- c("type6/type7 = R quantile types; boot_norm_inter = interpolation of package boot on the normal scale; rank_rule = sorted[trunc(alpha*B)] and sorted[trunc((1-alpha)*B)+1], alpha*B in decimal arithmetic, left out where a rank is below the first",
  "z0 = qnorm(share of estimates strictly below t0)", "jackknife: delete-one, a = sum(L^3)/(6 sum(L^2)^1.5); infinitesimal: boot::empinf",
  "studentized: variance of each resample by the Sobel formula (lm errors)", "_ps = / sd(Y), _cs = * sd(X)/sd(Y), SDs recomputed in every resample")
for (size in c(199, 200)) {
  wanted <- c("simple_indirect", "par_contrast_1_minus_2", "ser_ind_x_m1_m2_y", if (size == B) c("simple_indirect_ps", "simple_indirect_cs"))
  golden(paste0("boot40_people_B", size), "Fixed-index bootstrap, rows 1..40 of people. simple: arm -> trust -> loneliness; parallel: {belonging, trust}; serial: arm -> belonging -> trust -> loneliness; covariates: none",
    "data/boot40_people.csv", c("boot", "stats"), "weighted least squares per resample; boot:::norm.inter; boot::empinf", NOTES,
    list(n = n, B = size, statistics = suppressWarnings(sapply(wanted, statistic, size = size, simplify = FALSE))),
    indices = "data/boot40_people_indices.csv", estimates = "golden/boot40_people_estimates.csv")
}

# The same paths with a million resamples, from their moments.
B <- 1e6
whole <- people()[, c("arm", "belonging", "trust", "loneliness")]
n <- nrow(whole)
D <- cbind(1, as.matrix(whole)) 
pairs <- which(upper.tri(diag(5), diag = TRUE), arr.ind = TRUE)
P <- D[, pairs[, 1]] * D[, pairs[, 2]]
at <- matrix(0, 5, 5); at[pairs] <- seq_len(nrow(pairs)); at[lower.tri(at)] <- t(at)[lower.tri(at)]
# Coefficients of many regressions at once: elimination, elementwise over resamples.
solve_all <- function(M, y, xs) {
  A <- lapply(xs, function(i) lapply(c(xs, y), function(j) M[, at[i, j]]))
  k <- length(xs)
  for (i in seq_len(k)) for (r in seq_len(k)) if (r != i) {
    f <- A[[r]][[i]] / A[[i]][[i]]
    for (j in seq_len(k + 1)) A[[r]][[j]] <- A[[r]][[j]] - f * A[[i]][[j]]
  }
  sapply(seq_len(k), function(i) A[[i]][[k + 1]] / A[[i]][[i]])
}
paths <- function(M) {
  first <- solve_all(M, 3, 1:2)[, 2]; alone <- solve_all(M, 4, 1:2)[, 2]
  s <- solve_all(M, 4, 1:3); y <- solve_all(M, 5, 1:4)
  cbind("serial_arm->belonging->loneliness" = first * y[, 3], "serial_arm->trust->loneliness" = s[, 2] * y[, 4],
    "serial_arm->belonging->trust->loneliness" = first * s[, 3] * y[, 4], "parallel_trust" = alone * y[, 4])
}
set.seed(11)
t0 <- paths(rbind(colSums(P), colSums(P)))[1, ]
chunk <- function() {
  W <- matrix(rmultinom(20000, n, rep(1 / n, n)), n)
  paths(crossprod(W, P))
}
all <- do.call(rbind, replicate(B / 20000, chunk(), simplify = FALSE))
large <- function(name) {
  t <- all[, name]
  q <- function(p) quantile(t, p, type = 6, names = FALSE)
  error <- function(p) sapply(p, function(p) sqrt(p * (1 - p) / B) * diff(q(p + c(-0.2, 0.2) * min(p, 1 - p))) / (0.4 * min(p, 1 - p)))
  part <- function(p) list(ci95 = q(p), mc_se_at_this_B = error(p))
  z0 <- qnorm(mean(t < t0[[name]]))
  list(t0 = t0[[name]], boot_mean = mean(t), boot_se = sd(t), z0 = z0, percentile = part(c(0.025, 0.975)),
    bc = part(pnorm(2 * z0 + qnorm(c(0.025, 0.975)))))
}
golden("bootlarge_people", "Large-B case bootstrap: X=arm mediators belonging, trust Y=loneliness covariates none; serial and parallel readings of the same mediators",
  "data/people.csv", "stats", "rmultinom; moments; elimination", c("mc_se_at_this_B is the Monte Carlo error of the limit; with B' resamples it is sqrt(B/B') times as large"),
  list(n = n, B = B, statistics = sapply(colnames(all), large, simplify = FALSE)))
