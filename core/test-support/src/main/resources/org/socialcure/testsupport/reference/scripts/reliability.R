# Reliability of scales: alpha, Guttman's coefficients, halves, omega with a general factor, and
# agreement of raters. Writes golden/alpha_*, omega_* and icc_* with their data. Reads data/answers.csv.
script <- "reliability.R"
suppressMessages({library(psych); library(GPArotation)})
source("common.R")

# Every split into halves whose sizes differ by at most one, once.
halves <- function(k) {
  sets <- combn(k, k %/% 2, simplify = FALSE)
  if (k %% 2 == 0) Filter(function(s) 1 %in% s, sets) else sets
}
splits <- function(V) {
  all <- vapply(halves(ncol(V)), function(s) 4 * sum(V[s, -s]) / sum(V), 0)
  list(highest = max(all), mean = mean(all), lowest = min(all), splits = length(all))
}
lambdas <- function(V) {
  k <- ncol(V); t <- sum(V); off <- V; diag(off) <- 0
  l1 <- 1 - sum(diag(V)) / t
  list(lambda1 = l1, lambda2 = l1 + sqrt(k / (k - 1) * sum(off^2)) / t, lambda3 = k / (k - 1) * l1,
    lambda4 = splits(V)$highest, lambda5 = l1 + 2 * sqrt(max(colSums(off^2))) / t,
    lambda6 = 1 - sum(1 / diag(solve(V))) / t)
}
# One factor by maximum likelihood.
one_factor <- function(S, n) {
  k <- ncol(S)
  sds <- sqrt(diag(S))
  fit <- factanal(covmat = S, factors = 1, n.obs = n, control = list(nstart = 5, opt = list(factr = 1e4)))
  l <- fit$loadings[, 1] * sds
  list(omega = sum(l)^2 / (sum(l)^2 + sum(fit$uniquenesses * diag(S))), loadings = as.numeric(l * sign(sum(l))),
    uniquenesses = as.numeric(fit$uniquenesses * diag(S)))
}
reliability <- function(id, items, reversed, kept, words) {
  d <- a[items]
  for (i in reversed) d[[i]] <- 7 - d[[i]]
  if (kept == "complete") d <- na.omit(d)
  p <- suppressWarnings(alpha(d, check.keys = FALSE))
  S <- cov(d, use = "pairwise"); R <- cor(d, use = "pairwise"); k <- ncol(S); n <- nrow(d)
  raw <- k / (k - 1) * (1 - sum(diag(S)) / sum(S))
  values <- list(n = n, k = k, raw_alpha_formula = raw, total = as.list(unlist(p$total)))
  if (kept == "complete") values$feldt_ci95_n_all <- 1 - (1 - raw) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  drop <- function(i) { V <- S[-i, -i]; (k - 1) / (k - 2) * (1 - sum(diag(V)) / sum(V)) }
  values$alpha_if_dropped <- setNames(lapply(seq_len(k), function(i) list(raw_alpha = drop(i), std.alpha = p$alpha.drop[i, "std.alpha"])), items)
  values$item_stats <- setNames(lapply(seq_len(k), function(i) list(n = sum(!is.na(d[[i]])), mean = mean(d[[i]], na.rm = TRUE), sd = sd(d[[i]], na.rm = TRUE),
    raw.r = sum(S[i, ]) / sqrt(S[i, i] * sum(S)), r.drop = p$item.stats[i, "r.drop"])), items)
  values$covariance <- setNames(lapply(items, function(i) as.list(S[i, ])), items)
  values$correlation <- setNames(lapply(items, function(i) as.list(R[i, ])), items)
  values$guttman <- c(lambdas(R), lambda6_smc = lambdas(R)$lambda6)
  values$lambdas_of_covariances <- lambdas(S)
  values$all_splits <- splits(R)
  if (kept == "complete") {
    odd <- rowSums(d[seq(1, k, 2)]); even <- rowSums(d[seq(2, k, 2)]); r <- cor(odd, even)
    u <- length(seq(1, k, 2)) / k * length(seq(2, k, 2)) / k
    values$odd_even <- list(r = r, spearman_brown = 2 * r / (1 + r), guttman_split = 4 * cov(odd, even) / var(odd + even),
      horst_unequal_length = r * (sqrt(r^2 + 4 * u * (1 - r^2)) - r) / (2 * u * (1 - r^2)))
    values$sum_score <- list(mean = mean(rowSums(d)), sd = sd(rowSums(d)), sem = sd(rowSums(d)) * sqrt(1 - raw), mdc95 = 1.96 * sqrt(2) * sd(rowSums(d)) * sqrt(1 - raw))
    values$cfa_omega <- one_factor(S, n)
  }
  golden(id, paste0("Reliability of the scale {", paste(items, collapse = ", "), "}; reversed: ", if (length(reversed)) paste(reversed, collapse = ", ") else "none", " (min+max = 7); ", words),
    if (length(items) > 5) "data/nine.csv" else "data/answers.csv", "psych", "psych::alpha(reversed items); base R formulas in the script; factanal one factor (ML)",
    c("item_stats: raw.r item-total by covariances, r.drop item-rest", "feldt: F with (n-1) and (n-1)(k-1) df", "all_splits: every split into halves whose sizes differ by at most one, 4 cov / variance of the total"), values,
    tolerance = "closed formulas 1e-10; CFA omega 1e-6")
}
a <- read.csv("../data/answers.csv")
for (kept in c("complete", "pairwise")) {
  words <- c(complete = "complete cases", pairwise = "pairwise covariances, missing kept")[[kept]]
  reliability(paste0("alpha_answers_B_", kept), paste0("B", 1:5), c("B2", "B4"), kept, words)
  reliability(paste0("alpha_answers_T_", kept), paste0("T", 1:5), c("T1", "T5"), kept, words)
}

# Nine items of three kinds with something in common.
set.seed(20190805)
n <- 240
general <- rnorm(n)
a <- data.frame(lapply(1:3, function(f) { own <- rnorm(n); sapply(1:3, function(i) round(0.6 * general + (0.35 + 0.15 * f) * own + rnorm(n, 0, 0.8 + 0.05 * i), 3)) }))
names(a) <- paste0("q", 1:9)
table(a, "nine.csv")
reliability("alpha_nine_complete", names(a), character(), "complete", "complete cases")
o <- suppressMessages(suppressWarnings(omega(a, nfactors = 3, flip = FALSE, plot = FALSE)))
sl <- o$schmid$sl
golden("omega_nine", "omega hierarchical / total, 3 factors (minres, oblimin, Schmid-Leiman)", "data/nine.csv", c("psych", "GPArotation"),
  "psych::omega(d, nfactors=3, flip=FALSE, plot=FALSE), complete cases", "schmid_leiman: loadings by item, general first",
  list(n = n, items = I(names(a)), omega_h = o$omega_h, omega_total = o$omega.tot, omega_lim = o$omega.lim, alpha = o$alpha, G6 = o$G6,
    schmid_leiman = setNames(lapply(names(a), function(i) as.list(sl[i, c("g", "h2", "u2")])), names(a))), tolerance = "1e-4 (rotation)")

# Alpha in 200,000 resamples of persons.
set.seed(20190807)
X <- as.matrix(a); k <- ncol(X); total <- rowSums(X)
spread <- function(x, W) colSums(W * x^2) - colSums(W * x)^2 / n
resampled <- unlist(lapply(1:200, function(chunk) {
  W <- rmultinom(1000, n, rep(1, n))
  k / (k - 1) * (1 - Reduce(`+`, lapply(1:k, function(i) spread(X[, i], W))) / spread(total, W))
}))
golden("bootstrap_alpha_nine", "alpha of nine items, percentile limits over resamples of persons", "data/nine.csv", "stats",
  "quantile(…, c(.025, .975), type = 6) of 200,000 resamples", "sd: of the resampled alphas; compare within 4 Monte Carlo standard errors of a limit",
  list(percentile = as.numeric(quantile(resampled, c(0.025, 0.975), type = 6)), sd = sd(resampled), replicates = length(resampled)))

# Thirty texts judged by four raters, one of them severe.
set.seed(20190806)
d <- data.frame(sapply(c(0, -0.5, 1.5, 0.2), function(severity) pmin(10, pmax(1, round(5 + 1.6 * general[1:30] - severity + rnorm(30))))))
names(d) <- paste0("J", 1:4)
table(d, "raters.csv")
icc <- ICC(d, lmer = FALSE)
golden("icc_raters", "intraclass correlations, rows = subjects, columns = raters", "data/raters.csv", "psych", "psych::ICC(d, lmer=FALSE)",
  "type ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k; F, df, p and 95% limits",
  list(results = lapply(1:6, function(i) as.list(icc$results[i, ]))), tolerance = "1e-10")
