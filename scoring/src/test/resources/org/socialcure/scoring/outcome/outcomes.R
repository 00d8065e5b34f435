# Rscript outcomes.R COHORT.csv OUT.json : outcomes of the made-up cohort by R beyond cohort_outcomes.json
# (exact signed rank tests by coin, least squares by lm, resampled limits by boot).
suppressMessages({library(coin); library(boot); library(jsonlite)})
a <- commandArgs(TRUE)
d <- read.csv(a[1], colClasses = c(id = "character"))
ids <- unique(d$id)
wide <- function(v, w) { x <- d[d$wave == w, ]; x[[v]][match(ids, x$id)] }
person <- function(v) d[[v]][match(ids, d$id)]
sex <- person("sex"); age <- person("age")
x <- wide("loneliness", "t0"); y <- wide("loneliness", "t1"); z <- wide("loneliness", "t2")
J <- function(df) exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
out <- list()

# Pratt's signed rank test, exact, by coin.
pratt <- function(b, f) {
  k <- !is.na(b) & !is.na(f); b <- b[k]; f <- f[k]
  e <- wilcoxsign_test(f ~ b, zero.method = "Pratt", distribution = "exact")
  list(before = b, after = f, z = as.numeric(statistic(e)), p = as.numeric(pvalue(e)))
}
k01 <- which(!is.na(x) & !is.na(y))
out$pratt_exact <- list(pratt(x, z), pratt(y, z), pratt(x[k01[1:8]], y[k01[1:8]]), pratt(x[k01[9:30]], y[k01[9:30]]),
  pratt(x[k01[31:80]], y[k01[31:80]]), pratt(c(1, 2, 3, 4, 5), c(1, 3, 3, 6, 4)), pratt(c(24, 28, 19, 22, 30, 26, 21, 25, 27, 23), c(20, 25, 18, 23, 24, 22, 21, 19, 26, 20)))

# Three groups: each against the middle one, by Welch and by least squares.
band <- cut(age, c(-Inf, 55, 68, Inf), labels = c("younger", "middle", "older"))
k <- !is.na(x) & !is.na(y); D <- (y - x)[k]; g <- band[k]
welch <- lapply(c("younger", "older"), function(l) { t <- t.test(D[g == l], D[g == "middle"])
  list(group = l, difference = mean(D[g == l]) - mean(D[g == "middle"]), se = unname(t$stderr), t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci = as.numeric(t$conf.int)) })
m <- lm(y[k] ~ x[k] + relevel(g, "middle") + (sex[k] == "man"))
rows <- grep("relevel", names(coef(m)))
adjusted <- lapply(rows, function(i) { s <- summary(m)$coefficients[i, ]; list(estimate = unname(s[1]), se = unname(s[2]), p = unname(s[4]), ci = as.numeric(confint(m)[i, ])) })
out$age_bands <- list(n = as.list(table(g)), welch = welch, welch_holm = p.adjust(sapply(welch, `[[`, "p"), "holm"),
  adjusted = adjusted, adjusted_df = m$df.residual, adjusted_holm = p.adjust(sapply(adjusted, `[[`, "p"), "holm"))

# Pre-post-control, men as if treated; pooled SD before, exact factor.
T <- k & sex == "man"; C <- k & sex == "woman"; nT <- sum(T); nC <- sum(C)
sp <- sqrt(((nT - 1) * var(x[T]) + (nC - 1) * var(x[C])) / (nT + nC - 2))
raw <- (mean(y[T] - x[T]) - mean(y[C] - x[C])) / sp
out$pre_post_control <- list(sd = sp, d = raw, g = raw * J(nT + nC - 2), df = nT + nC - 2)

# Its limits resampled by boot within the two groups, times J.
set.seed(2)
ppc <- function(p, i) { q <- p[i, ]; a <- q[q$arm == 1, ]; b <- q[q$arm == 0, ]
  J(nT + nC - 2) * (mean(a$y - a$x) - mean(b$y - b$x)) / sqrt(((nT - 1) * var(a$x) + (nC - 1) * var(b$x)) / (nT + nC - 2)) }
arms <- data.frame(x = x, y = y, arm = as.integer(T))[T | C, ]
bc <- boot(arms, ppc, 20000, strata = arms$arm)
bi <- boot.ci(bc, type = c("perc", "bca"))
out$pre_post_control$percentile <- as.numeric(bi$percent[4:5]); out$pre_post_control$bca <- as.numeric(bi$bca[4:5])

# Those who came back at t1 against those who did not: Bonett (2008), unweighted mean of variances.
st <- ids %in% d$id[d$wave == "t1"]
smd <- function(v) { p <- v[st & !is.na(v)]; q <- v[!st & !is.na(v)]; s <- sqrt((var(p) + var(q)) / 2); e <- (mean(p) - mean(q)) / s
  se <- sqrt(e^2 * (var(p)^2 / (length(p) - 1) + var(q)^2 / (length(q) - 1)) / (8 * s^4) + (var(p) / (length(p) - 1) + var(q) / (length(q) - 1)) / s^2)
  list(n_stayed = length(p), n_left = length(q), d = e, se = se, ci = e + c(-1, 1) * qnorm(.975) * se) }
out$stayed <- list(loneliness = smd(x), age = smd(age), gp = smd(wide("gp", "t0")))

# Standardised changes resampled, BCa and percentile; the limits have an error of simulation.
set.seed(1)
pp <- cbind(x, y)[k, ]
st3 <- function(p, i) { b <- p[i, 1]; f <- p[i, 2]; D <- f - b; c(mean(D) / ((sd(b) + sd(f)) / 2), mean(D) / sd(D) * sqrt(2 * (1 - cor(b, f))), mean(D) / sd(b), mean((D < 0) + (D == 0) / 2)) }
b <- boot(pp, st3, 20000)
lim <- function(type, slot) lapply(1:4, function(i) as.numeric(boot.ci(b, type = type, index = i)[[slot]][4:5]))
out$resampled <- list(bca = lim("bca", "bca"), percentile = lim("perc", "percent"), names = c("d_av_mean_sd", "d_rm", "d_baseline", "superiority"))

# Cases before and after in small tables: exact and mid-p, Newcombe's method 10 and Tango's score limits.
cases <- function(aa, b, cc, dd) { m <- aa + b + cc + dd; zz <- qnorm(.975)
  wl <- function(p) (p + zz^2/(2*m) + c(-1,1)*zz*sqrt(p*(1-p)/m + zz^2/(4*m^2)))/(1 + zz^2/m)
  p1 <- (aa+b)/m; p2 <- (aa+cc)/m; l1 <- wl(p1); l2 <- wl(p2); A <- (aa+b)*(cc+dd)*(aa+cc)*(b+dd); num <- aa*dd - b*cc
  ph <- if (A == 0) 0 else (if (num > m/2) num - m/2 else if (num >= 0) 0 else num)/sqrt(A); th <- p2 - p1
  newc <- c(th - sqrt((p2-l2[1])^2 - 2*ph*(p2-l2[1])*(l1[2]-p1) + (l1[2]-p1)^2), th + sqrt((l2[2]-p2)^2 - 2*ph*(l2[2]-p2)*(p1-l1[1]) + (p1-l1[1])^2))
  score <- function(t) { Bq <- -b - cc + (2*m - cc + b)*t; C <- -b*t*(1-t); q <- (sqrt(max(0, Bq^2 - 8*m*C)) - Bq)/(4*m); (cc - b - m*t)/sqrt(m*(2*q + t*(1-t))) }
  e <- 1e-12; tl <- uniroot(function(t) score(t) - zz, c(-1 + e, th - e), tol = 1e-14)$root; tu <- uniroot(function(t) score(t) + zz, c(th + e, 1 - e), tol = 1e-14)$root
  k <- min(b, cc); n <- b + cc
  list(both = aa, only_before = b, only_after = cc, neither = dd, exact = if (n == 0) NULL else binom.test(b, n)$p.value, mid = if (n == 0) NULL else min(1, 2 * (pbinom(k - 1, n, .5) + .5 * dbinom(k, n, .5))), newcombe = newc, tango = c(tl, tu)) }
out$cases <- list(cases(36, 12, 2, 0), cases(10, 5, 0, 20), cases(0, 3, 3, 4), cases(8, 0, 1, 1), cases(2, 7, 1, 30), cases(30, 0, 0, 24))

# Quality-adjusted years of made-up utilities at 0, 4 and 12 months, by the trapezoid; adjusted for the utility before.
u0 <- round(1 - x / 40, 3); u1 <- round(1 - y / 40, 3); u2 <- round(1 - z / 40, 3); ku <- !is.na(u0) & !is.na(u1) & !is.na(u2)
q <- ((u0 + u1) / 2 * (4 / 12) + (u1 + u2) / 2 * (8 / 12))[ku]; gq <- sex[ku] == "man"; tq <- t.test(q); wq <- t.test(q[gq], q[!gq]); mq <- lm(q ~ u0[ku] + gq)
out$qaly <- list(n = length(q), mean = mean(q), sd = sd(q), ci = as.numeric(tq$conf.int), difference = mean(q[gq]) - mean(q[!gq]), welch_ci = as.numeric(wq$conf.int),
  adjusted = unname(coef(mq)[3]), adjusted_se = unname(sqrt(diag(vcov(mq)))[3]), adjusted_ci = as.numeric(confint(mq)[3, ]))

# Means by wave with t intervals, of everybody there and of those there at every wave.
mean_ci <- function(v) { t <- t.test(v); list(n = sum(!is.na(v)), mean = unname(t$estimate), sd = sd(v, na.rm = TRUE), ci = as.numeric(t$conf.int)) }
all3 <- !is.na(x) & !is.na(y) & !is.na(z)
out$trajectory <- list(all = list(mean_ci(x), mean_ci(y), mean_ci(z)), complete = list(mean_ci(x[all3]), mean_ci(y[all3]), mean_ci(z[all3])))

write_json(list(r = R.version.string, packages = list(coin = as.character(packageVersion("coin")), boot = as.character(packageVersion("boot"))),
  tolerance = "1e-9 relative; tango 1e-7; resampled 0.03 (error of 20000 resamples)", values = out), a[2], auto_unbox = TRUE, digits = NA, pretty = FALSE)
