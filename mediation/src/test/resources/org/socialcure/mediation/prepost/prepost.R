# Writes prepost.csv, prepost.json and permutation.json: simulated measures taken before and after,
# the pre/post designs by lm, delta-method errors by hand, bootstrap replicates by refitting lm, and
# a permutation test by all permutations. Run in this folder: Rscript prepost.R
library(jsonlite)

set.seed(20170613)
n <- 42
d <- data.frame(arm = rep(0:1, n / 2), age = round(rnorm(n, 50, 12)))
d$g0 <- round(2 + rnorm(n), 2); d$g1 <- round(d$g0 + 0.4 * d$arm + rnorm(n, 0.2, 0.6), 2)
d$m0 <- round(3 + 0.3 * d$g0 + rnorm(n), 2)
d$m1 <- round(0.9 + 0.6 * d$m0 + 0.5 * d$arm + 0.4 * (d$g1 - d$g0) + rnorm(n, 0.3, 0.7), 2)
d$k0 <- round(5 - 0.4 * d$m0 + rnorm(n), 2)
d$k1 <- round(2 + 0.5 * d$k0 - 0.5 * (d$m1 - d$m0) + rnorm(n, -0.2, 0.8), 2)
d$y0 <- round(4 + 0.5 * d$k0 - 0.2 * d$m0 + 0.01 * d$age + rnorm(n), 2)
d$y1 <- round(1 + 0.6 * d$y0 + 0.4 * (d$k1 - d$k0) - 0.5 * (d$m1 - d$m0) + rnorm(n, -0.1, 0.8), 2)
d$m1[5] <- NA
d$y0[18] <- NA
write.csv(d, "prepost.csv", row.names = FALSE, na = "", quote = FALSE)

# The columns that are made from the data, over complete rows.
full <- na.omit(d)
change <- function(v) paste0("(", v, "1 - ", v, "0)")
average <- function(v) paste0("centred mean(", v, "0, ", v, "1)")
derived <- function(d) {
  for (v in c("g", "m", "k", "y")) {
    d[[change(v)]] <- d[[paste0(v, 1)]] - d[[paste0(v, 0)]]
    mean <- (d[[paste0(v, 0)]] + d[[paste0(v, 1)]]) / 2
    d[[average(v)]] <- mean - mean(mean)
  }
  d
}
d <- derived(full)

fit <- function(outcome, terms, data) {
  text <- paste0("`", outcome, "` ~ ", if (length(terms)) paste0("`", terms, "`", collapse = " + ") else "1")
  model <- lm(as.formula(text), data)
  names(model$coefficients) <- gsub("`", "", names(model$coefficients))
  model
}
designs <- list(
  "change-score" = list(
    list(change("m"), c(change("g"), "age")),
    list(change("k"), c(change("g"), change("m"), "age")),
    list(change("y"), c(change("m"), change("k"), change("g"), "age"))),
  "residualised-change-own" = list(
    list("m1", c("arm", "age", "m0")),
    list("y1", c("m1", "arm", "age", "y0"))),
  "residualised-change-all" = list(
    list("m1", c("g1", "age", "g0", "m0", "y0")),
    list("y1", c("m1", "g1", "age", "g0", "m0", "y0"))),
  "within-simple" = list(
    list(change("m"), character()),
    list(change("y"), c(change("m"), average("m")))),
  "within-none" = list(
    list(change("m"), character()),
    list(change("y"), change("m"))),
  "within-parallel" = list(
    list(change("m"), character()),
    list(change("k"), character()),
    list(change("y"), c(change("m"), change("k"), average("m"), average("k")))),
  "within-serial" = list(
    list(change("m"), character()),
    list(change("k"), c(change("m"), average("m"))),
    list(change("y"), c(change("m"), change("k"), average("m"), average("k")))),
  "within-serial-all" = list(
    list(change("m"), character()),
    list(change("k"), c(change("m"), average("m"), average("k"))),
    list(change("y"), c(change("m"), change("k"), average("m"), average("k")))),
  "half-longitudinal" = list(
    list("m1", c("arm", "m0", "age")),
    list("k1", c("arm", "k0", "age")),
    list("y1", c("m0", "k0", "arm", "y0", "age")))
)
I <- "(Intercept)"
m <- change("m"); k <- change("k"); y <- change("y"); g <- change("g")
# Each effect as paths, each path as (outcome, term) pairs to be multiplied.
effects <- list(
  "change-score" = list(
    direct = list(list(c(y, g))),
    "m" = list(list(c(m, g), c(y, m))),
    "k" = list(list(c(k, g), c(y, k))),
    "m,k" = list(list(c(m, g), c(k, m), c(y, k)))),
  "residualised-change-own" = list(
    direct = list(list(c("y1", "arm"))), "m" = list(list(c("m1", "arm"), c("y1", "m1")))),
  "residualised-change-all" = list(
    direct = list(list(c("y1", "g1"))), "m" = list(list(c("m1", "g1"), c("y1", "m1")))),
  "within-simple" = list(direct = list(list(c(y, I))), "m" = list(list(c(m, I), c(y, m)))),
  "within-none" = list(direct = list(list(c(y, I))), "m" = list(list(c(m, I), c(y, m)))),
  "within-parallel" = list(
    direct = list(list(c(y, I))), "m" = list(list(c(m, I), c(y, m))),
    "k" = list(list(c(k, I), c(y, k)))),
  "within-serial" = list(
    direct = list(list(c(y, I))), "m" = list(list(c(m, I), c(y, m))),
    "k" = list(list(c(k, I), c(y, k))), "m,k" = list(list(c(m, I), c(k, m), c(y, k)))),
  "half-longitudinal" = list(
    direct = list(list(c("y1", "arm"))), "m" = list(list(c("m1", "arm"), c("y1", "m0"))),
    "k" = list(list(c("k1", "arm"), c("y1", "k0"))))
)
effects[["within-serial-all"]] <- effects[["within-serial"]]

value <- function(path, fits) prod(sapply(path, function(s) coef(fits[[s[1]]])[[s[2]]]))
delta <- function(path, fits) {
  steps <- sapply(path, function(s) coef(fits[[s[1]]])[[s[2]]])
  variances <- sapply(path, function(s) {
    v <- vcov(fits[[s[1]]])
    dimnames(v) <- list(names(coef(fits[[s[1]]])), names(coef(fits[[s[1]]])))
    v[s[2], s[2]]
  })
  gradient <- sapply(seq_along(steps), function(i) prod(steps[-i]))
  # Each step is in an equation of its own. Steps are uncorrelated where one outcome predicts the
  # other; where it does not, their residuals may be correlated, and so the steps.
  covariance <- 0
  for (i in seq_along(path)) for (j in seq_len(i - 1)) {
    one <- fits[[path[[j]][1]]]; other <- fits[[path[[i]][1]]]
    if (!(path[[j]][1] %in% names(coef(other)))) {
      loads <- function(f, term) {
        X <- model.matrix(f)
        drop(X %*% solve(crossprod(X))[, match(term, names(coef(f)))])
      }
      sigma <- sum(resid(one) * resid(other)) / sqrt(df.residual(one) * df.residual(other))
      covariance <- covariance + 2 * gradient[i] * gradient[j] * sigma *
        sum(loads(one, path[[j]][2]) * loads(other, path[[i]][2]))
    }
  }
  sqrt(sum(variances * gradient^2) + covariance)
}
fitAll <- function(design, data) {
  fits <- lapply(design, function(e) fit(e[[1]], e[[2]], data))
  setNames(fits, sapply(design, `[[`, 1))
}
B <- 49
indices <- t(replicate(B, sample(nrow(d), replace = TRUE)))
result <- list()
for (name in names(designs)) {
  fits <- fitAll(designs[[name]], d)
  replicates <- sapply(1:B, function(r) {
    again <- fitAll(designs[[name]], d[indices[r, ], ])
    sapply(effects[[name]], function(e) value(e[[1]], again))
  })
  result[[name]] <- list(
    equations = unname(lapply(names(fits), function(o) {
      s <- summary(fits[[o]])
      list(outcome = o, terms = I(names(coef(fits[[o]]))), estimates = I(unname(s$coefficients[, 1])),
           se = I(unname(s$coefficients[, 2])), p = I(unname(s$coefficients[, 4])), r2 = s$r.squared)
    })),
    effects = sapply(names(effects[[name]]), simplify = FALSE, function(e) list(
      estimate = value(effects[[name]][[e]][[1]], fits), se = delta(effects[[name]][[e]][[1]], fits),
      replicates = I(unname(replicates[e, ])))))
  if (startsWith(name, "within")) {
    t <- t.test(d[[y]])
    result[[name]]$total <- list(estimate = unname(t$estimate), se = sd(d[[y]]) / sqrt(nrow(d)),
                                 df = unname(t$parameter), p = t$p.value)
  }
  if (name == "change-score") {
    s <- summary(fit(y, c(g, "age"), d))$coefficients
    result[[name]]$total <- list(estimate = s[2, 1], se = s[2, 2], df = nrow(d) - 3, p = s[2, 4])
  }
  if (name == "residualised-change-all") {
    s <- summary(fit("y1", c("g1", "age", "g0", "m0", "y0"), d))$coefficients
    result[[name]]$total <- list(estimate = s[2, 1], se = s[2, 2], df = nrow(d) - 6, p = s[2, 4])
  }
}
write_json(
  list(id = "prepost", tool = R.version.string, script = "prepost.R", data = "prepost.csv",
       rows = nrow(d), indices = unname(indices), designs = result),
  "prepost.json", digits = NA, auto_unbox = TRUE)

# Freedman and Lane by all permutations of seven rows: the share of permutations whose refitted t is
# at least as far from zero, for each step of arm -> m1 -> y1 with age as a covariate.
small <- full[c(1:4, 6:8), ]
permutations <- function(v) {
  if (length(v) == 1) return(list(v))
  do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
}
all <- permutations(seq_len(nrow(small)))
step <- function(outcome, term, others) {
  X <- cbind(1, as.matrix(small[c(term, others)]))
  tOf <- function(v) {
    f <- lm.fit(X, v)
    s2 <- sum(f$residuals^2) / f$df.residual
    f$coefficients[2] / sqrt(s2 * solve(crossprod(X))[2, 2])
  }
  reduced <- lm.fit(X[, -2, drop = FALSE], small[[outcome]])
  observed <- abs(tOf(small[[outcome]]))
  sum(sapply(all, function(p) {
    abs(tOf(reduced$fitted.values + reduced$residuals[p])) >= observed * (1 - 1e-9)
  }))
}
write_json(
  list(id = "permutation", tool = R.version.string, script = "prepost.R",
       arm = I(small$arm), age = I(small$age), m = I(small$m1), y = I(small$y1),
       permutations = length(all),
       extreme = list(a = step("m1", "arm", "age"), b = step("y1", "m1", c("arm", "age")))),
  "permutation.json", digits = NA, auto_unbox = TRUE)
