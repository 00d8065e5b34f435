# Writes ratios.csv and ratios.json: equations without intercept by lm, glm and MASS::glm.nb, and odds
# and rate ratios with limits where the profile of the deviance is the critical value above its
# minimum, found by uniroot on glm fits with the coefficient as an offset. MASS::confint, which reads
# its limits off a spline through a few points of the same profile, is written beside them.
# Run in this folder: Rscript ratios.R
suppressMessages({library(MASS); library(jsonlite)})

set.seed(19)
n <- 90
d <- data.frame(x = round(rnorm(n), 2), age = round(rnorm(n, 5, 1), 1), months = sample(2:12, n, TRUE))
d$m <- round(0.4 * d$x + rnorm(n), 2)
d$w <- round(runif(n, 0.3, 2.5), 2)
d$y <- round(0.5 * d$m + 0.3 * d$age + rnorm(n), 2)
d$event <- rbinom(n, 1, plogis(-1 + 0.7 * d$m + 0.2 * d$x))
d$visits <- rnbinom(n, size = 2, mu = d$months / 6 * exp(0.4 + 0.3 * d$m))
write.csv(d, "ratios.csv", row.names = FALSE, quote = FALSE)
d$logmonths <- log(d$months)
control <- glm.control(epsilon = 1e-15, maxit = 200)

families <- list(logit = binomial("logit"), probit = binomial("probit"), poisson = poisson(), quasipoisson = quasipoisson())
outcome <- function(name) if (name %in% c("logit", "probit")) "event" else "visits"
model <- function(name, right, data = d, weighted = FALSE) {
  f <- as.formula(paste(outcome(name), "~", right))
  data$prior <- if (weighted) data$w else 1
  suppressWarnings(
    if (name == "negbin") glm.nb(f, data, control = glm.control(epsilon = 1e-14, maxit = 500))
    else glm(f, families[[name]], data, weights = prior, control = control))
}
summarised <- function(fit) {
  s <- coef(summary(fit))
  list(terms = I(rownames(s)), estimates = I(unname(s[, 1])), se = I(unname(s[, 2])),
       deviance = fit$deviance, null_deviance = fit$null.deviance)
}
linear <- function(f, weights = NULL) {
  d$prior <- if (is.null(weights)) 1 else weights
  environment(f) <- environment()
  fit <- lm(f, d, weights = prior)
  s <- summary(fit)
  if (!is.null(fit$offset)) {
    # This version of summary.lm counts the offset as explained; the outcome less the offset is meant.
    sse <- sum(resid(fit)^2); sst <- sum((d$y - fit$offset)^2); k <- length(coef(fit))
    s$r.squared <- 1 - sse / sst
    s$adj.r.squared <- 1 - (1 - s$r.squared) * n / (n - k)
    s$fstatistic <- c((sst - sse) / k / (sse / (n - k)), k, n - k)
  }
  list(terms = I(names(coef(fit))), estimates = I(unname(coef(fit))), se = I(unname(s$coefficients[, 2])),
       r2 = s$r.squared, adjusted = s$adj.r.squared, sigma = s$sigma, f = unname(s$fstatistic),
       loglik = as.numeric(logLik(fit)), aic = AIC(fit))
}
without <- list(
  linear = linear(y ~ 0 + m + x + age),
  weighted = linear(y ~ 0 + m + x + age, d$w),
  offset = linear(y ~ 0 + m + x + offset(logmonths)),
  logit = summarised(model("logit", "0 + m + x")),
  logit_weighted = summarised(model("logit", "0 + m + x + age", weighted = TRUE)),
  probit = summarised(model("probit", "0 + m + x")),
  poisson = summarised(model("poisson", "0 + m + x + age + offset(logmonths)")),
  quasipoisson = summarised(model("quasipoisson", "0 + m + x + age + offset(logmonths)")),
  negbin = summarised(model("negbin", "0 + m + x + age + offset(logmonths)")))

# The limits of one coefficient: deviance of the rest with the coefficient held, by an offset.
profile_limits <- function(name, right, weighted, level) {
  full <- model(name, right, weighted = weighted)
  family <- if (name == "negbin") negative.binomial(full$theta) else families[[name]]
  X <- model.matrix(full)
  y <- full$y
  off <- if (is.null(full$offset)) rep(0, n) else full$offset
  prior <- if (weighted) d$w else rep(1, n)
  dev <- function(rest, o) suppressWarnings(
    glm.fit(rest, y, weights = prior, offset = o, family = family, control = control, intercept = FALSE))$deviance
  least <- dev(X, off)
  cut <- qnorm((1 + level) / 2)
  s <- coef(summary(full))
  out <- list()
  for (term in setdiff(colnames(X), "(Intercept)")) {
    rest <- X[, colnames(X) != term, drop = FALSE]
    root <- function(b) sign(b - s[term, 1]) * sqrt(max(0, dev(rest, off + b * X[, term]) - least))
    limit <- function(side) uniroot(function(b) root(b) - side * cut,
      s[term, 1] + side * s[term, 2] * c(0.5, 5), tol = 1e-13)$root
    out[[term]] <- list(estimate = exp(s[term, 1]), lower = exp(limit(-1)), upper = exp(limit(1)))
  }
  mass <- if (weighted) NULL else suppressMessages(exp(confint(full, level = level)))
  list(terms = out, mass = if (is.null(mass)) NULL else
    sapply(names(out), simplify = FALSE, function(t) I(unname(mass[t, ]))))
}
ratios <- list(
  logit = profile_limits("logit", "m + x + age", FALSE, 0.95),
  logit90 = profile_limits("logit", "m + x", FALSE, 0.9),
  logit_weighted = profile_limits("logit", "m + x", TRUE, 0.95),
  logit_origin = profile_limits("logit", "0 + m + x", FALSE, 0.95),
  poisson = profile_limits("poisson", "m + x + offset(logmonths)", FALSE, 0.95),
  negbin = profile_limits("negbin", "m + x + offset(logmonths)", FALSE, 0.95))
d$visits <- d$event
ratios$risk <- profile_limits("poisson", "m + x", FALSE, 0.95)
write_json(list(id = "ratios", tool = R.version.string, mass = as.character(packageVersion("MASS")), script = "ratios.R",
  data = "ratios.csv", without_intercept = without, ratios = ratios), "ratios.json", digits = NA, auto_unbox = TRUE, null = "null")
for (k in names(ratios)) for (t in names(ratios[[k]]$terms)) if (!is.null(ratios[[k]]$mass))
  cat(k, t, unlist(ratios[[k]]$terms[[t]]), "MASS", ratios[[k]]$mass[[t]], "\n")
