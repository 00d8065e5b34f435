# Scores of scales with reversed items and gaps, the change of a cohort and of its members, and answers
# at two waves. Writes golden/scoreitems_*, prorated_*, prepost_* and rci_* with their data, and
# data/waves.csv.
script <- "scores.R"
suppressMessages(library(psych))
source("common.R")

# Two scales of five items from 1 to 6.
set.seed(20190802)
n <- 60
keys <- list(belonging = c("B1", "-B2", "B3", "-B4", "B5"), trust = c("-T1", "T2", "T3", "T4", "-T5"))
likert <- function(latent, key) {
  x <- pmin(6, pmax(1, round(3.5 + latent + rnorm(n))))
  if (startsWith(key, "-")) 7 - x else x
}
a <- data.frame(lapply(keys, function(k) { latent <- rnorm(n); sapply(k, function(key) likert(latent, key)) }))
names(a) <- sub("-", "", unlist(keys))
for (i in sample(length(unlist(a)), 45)) a[(i - 1) %% n + 1, (i - 1) %/% n + 1] <- NA
a[3, 1:5] <- c(NA, NA, NA, 4, NA)
table(a, "answers.csv")
s <- scoreItems(keys, a, impute = "none", totals = FALSE, missing = TRUE, min = 1, max = 6)
table(as.data.frame(s$scores), "scoreitems_answers_none_scores.csv", "golden")
golden("scoreitems_answers_none", "10 items, 2 scales, item means, missing handling impute='none'", "data/answers.csv", "psych",
  "psych::scoreItems(keys, items, impute='none', totals=FALSE, missing=TRUE, min=1, max=6)", "impute='none': mean of the answered items",
  list(n = n, keys = lapply(keys, I), scores_file = "golden/scoreitems_answers_none_scores.csv"))
keyed <- function(k) sapply(k, function(key) if (startsWith(key, "-")) 7 - a[[sub("-", "", key)]] else a[[key]])
sums <- lapply(keys, function(k) {
  m <- keyed(k)
  list(prorated = ifelse(rowSums(!is.na(m)) >= 4, rowMeans(m, na.rm = TRUE) * 5, NA), strict = rowSums(m))
})
files <- c(prorated = "prorated_answers_sum_min4.csv", strict = "strict_answers_sum.csv")
part <- function(kind) {
  d <- as.data.frame(lapply(sums, `[[`, kind))
  table(d, files[[kind]], "golden")
  list(file = paste0("golden/", files[[kind]]), mean = as.list(colMeans(d, na.rm = TRUE)), missing = as.list(colSums(is.na(d))))
}
golden("prorated_answers", "sum scores of five items: prorated (mean of answered * 5 if at least 4 of 5 answered) and strict (all answered)",
  "data/answers.csv", "stats", "base R: ifelse(n>=4, rowMeans(m, na.rm=TRUE)*5, NA); rowSums(m)", character(),
  list(n = n, keys = lapply(keys, I), prorated = part("prorated"), strict = part("strict")))

# A cohort before and after; lower is better.
set.seed(20190803)
n <- 70
pre <- round(rnorm(n, 33, 8)); post <- round(0.6 * pre + rnorm(n, 7, 6))
table(data.frame(pre, post), "beforeafter.csv")
D <- post - pre
t <- t.test(post, pre, paired = TRUE)
r <- cor(pre, post)
dz <- mean(D) / sd(D)
J <- function(df) exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
limit <- function(p) uniroot(function(ncp) pt(unname(t$statistic), n - 1, ncp) - p, unname(t$statistic) + c(-6, 6), tol = 1e-12)$root / sqrt(n)
mean_sd <- mean(D) / ((sd(pre) + sd(post)) / 2)
golden("prepost_beforeafter", "paired pre/post: pre -> post (difference = post - pre)", "data/beforeafter.csv", "stats", "t.test(post, pre, paired=TRUE); formulas in notes",
  c("d_z = mean(D)/sd(D); d_av = mean(D)/((sd_pre+sd_post)/2) or /sqrt((var_pre+var_post)/2); d_rm = d_z*sqrt(2(1-r)); d_pre = mean(D)/sd_pre",
    "J(df) = Gamma(df/2)/(sqrt(df/2) Gamma((df-1)/2)), df = n - 1", "d_z CI by inverting the noncentral t"),
  list(n = n, mean_pre = mean(pre), mean_post = mean(post), sd_pre = sd(pre), sd_post = sd(post), r = r, mean_change = mean(D), sd_change = sd(D),
    t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci95 = as.numeric(t$conf.int),
    effects = list(d_z = dz, d_av_mean_of_sds = mean_sd, d_av_root_mean_variance = mean(D) / sqrt((var(pre) + var(post)) / 2),
      d_rm = dz * sqrt(2 * (1 - r)), d_pre_SD = mean(D) / sd(pre), g_z = dz * J(n - 1), g_av = mean_sd * J(n - 1)),
    d_z_ci95_noncentral_t = c(limit(0.975), limit(0.025))))

reliability <- 0.86
m_f <- 15; sd_f <- 6
sem <- sd(pre) * sqrt(1 - reliability)
s_diff <- sqrt(2) * sem
index <- D / s_diff
cutoff <- (sd(pre) * m_f + sd_f * mean(pre)) / (sd(pre) + sd_f)
class <- ifelse(index < -1.96, ifelse(pre > cutoff & post < cutoff, "recovered", "improved"), ifelse(index > 1.96, "deteriorated", "unchanged"))
golden("rci_beforeafter", "Jacobson-Truax, reliability 0.86, functional norm mean 15 sd 6, lower is better", "data/beforeafter.csv", "stats", "formulas in notes (base R)",
  c("sem = sd_pre*sqrt(1-r); s_diff = sqrt(2)*sem; RCI = (post-pre)/s_diff; reliable if |RCI| > 1.96 (strict)", "recovered: reliably improved and from above to below cutoff c"),
  list(sd_pre = sd(pre), reliability = reliability, sem = sem, s_diff = s_diff, rci = index, reliable_change_raw_points = 1.96 * s_diff,
    cutoff_c = cutoff, classification_cutoff_c = class))

# Answers at two waves in the layout of a real file, some people lost, some answers missing. Codes of
# the eleven: 1 yes, 2 more or less, 3 no.
set.seed(20190804)
n <- 60
lonely <- rnorm(n); low <- 0.6 * lonely + rnorm(n)
age <- round(rnorm(n, 45, 15)); sex <- sample(c("female", "male", "other"), n, TRUE, c(0.6, 0.37, 0.03))
codes <- function(latent, k, top, reversed = integer()) sapply(seq_len(k), function(i) {
  x <- pmin(top, pmax(1, round((top + 1) / 2 + 0.45 * top / 3 * latent + rnorm(n, 0, 0.6))))
  if (i %in% reversed) top + 1 - x else x
})
wave <- function(name, shift) data.frame(id = 1:n, study = rep(1:2, length.out = n), wave = name, age = age, sex = sex,
  ucla3 = codes(lonely + shift, 3, 3), djg11 = codes(lonely + shift, 11, 3, c(2, 3, 5, 6, 9, 10)), dass21 = codes(low + 0.4 * shift, 21, 4))
both <- rbind(wave("before", 0), wave("during", 0.4))
names(both) <- sub("\\.", "_", names(both))
items <- 6:ncol(both)
for (column in items) both[sample(2 * n, 1), column] <- NA
lost <- sample(n, 12)
both <- both[!(both$wave == "during" & both$id %in% lost) & !(both$wave == "before" & both$id == 5), ]
table(both[order(both$id, both$wave), ], "waves.csv")
