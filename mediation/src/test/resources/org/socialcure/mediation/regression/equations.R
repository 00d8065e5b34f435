# Makes equations.json: equations with prior weights, an offset and clusters, of every family, on the
# made-up data that are written into the same file.
# Run: Rscript equations.R
suppressMessages({library(MASS); library(sandwich); library(clubSandwich); library(jsonlite)})
set.seed(20190604)
n <- 60
d <- data.frame(
  x = round(rnorm(n, 3, 1.5), 3),
  z = round(runif(n, -2, 5), 3),
  g = rep(c(4, 7, 1, 9, 12, 3, 5, 8, 2, 6), length.out = n),
  w = round(runif(n, 0.4, 3), 2),
  o = round(log(runif(n, 0.5, 4)), 3)
)
d$v <- d$x * d$z
d$y <- round(1 + 0.6 * d$x - 0.4 * d$z + rnorm(n) * (0.5 + 0.3 * abs(d$x)) + 0.3 * d$g, 3)
d$b <- rbinom(n, 1, plogis(-0.8 + 0.5 * d$x - 0.3 * d$z))
d$c <- rnegbin(n, exp(0.3 + 0.25 * d$x - 0.1 * d$z + d$o), 2)

# Fisher scoring until the steps are rounding error; glm() stops when the deviance rests, which
# leaves coefficients of models without a canonical link about eight digits.
converge <- function(m) {
  X <- model.matrix(m); y <- m$y; w <- weights(m, "prior"); f <- m$family
  o <- if (is.null(m$offset)) 0 else m$offset
  b <- coef(m)
  for (i in 1:50) {
    eta <- drop(X %*% b) + o; mu <- f$linkinv(eta); me <- f$mu.eta(eta); v <- f$variance(mu)
    b <- b + qr.coef(qr(X * sqrt(w * me^2 / v)), (y - mu) / sqrt(v) * sqrt(w))
  }
  m$coefficients[] <- b
  eta <- drop(X %*% b) + o; mu <- f$linkinv(eta); me <- f$mu.eta(eta)
  m$linear.predictors <- eta; m$fitted.values <- mu
  m$weights <- w * me^2 / f$variance(mu); m$residuals <- (y - mu) / me
  m$qr <- qr(X * sqrt(m$weights)); m$R <- qr.R(m$qr)
  m$deviance <- sum(f$dev.resids(y, mu, w))
  m
}
rows <- function(est, V, df) {
  se <- sqrt(diag(V)); t <- est / se
  list(estimate = unname(est), se = unname(se),
    p = unname(2 * pt(-abs(t), df)))
}
robust <- function(m, est, df) {
  out <- list()
  for (type in c("HC0", "HC1", "HC2", "HC3", "HC4")) out[[type]] <- rows(est, vcovHC(m, type), df)
  # The defaults of vcovCL: HC1 for lm, HC0 for glm. Coefficients of lm: t with one degree of freedom
  # less than there are clusters.
  groups <- length(unique(d$g))
  out[["CLUSTER"]] <- rows(est, vcovCL(m, cluster = d$g), if (is.finite(df)) groups - 1 else Inf)
  if (!inherits(m, "glm")) {
    # clubSandwich's default for lm, with weights too: errors are independent and of one variance.
    V <- vcovCR(m, cluster = d$g, type = "CR2")
    own <- coef_test(m, vcov = V, test = "Satterthwaite")$df
    out[["CR2"]] <- c(rows(est, as.matrix(V), own), list(df = own))
  }
  out
}
cases <- function(m) list(leverage = unname(hatvalues(m)), cooks = unname(cooks.distance(m)))
lms <- function(name, m) {
  # R 4.2 counts the offset as explained variation; here the outcome is what the offset leaves.
  s <- summary(if (is.null(m$offset)) m else lm(I(y - o) ~ x + z, d)); df <- m$df.residual
  list(name = name, family = "gaussian", call = deparse1(m$call), terms = names(coef(m)),
    classical = rows(coef(m), vcov(m), df), robust = robust(m, coef(m), df),
    r2 = s$r.squared, adjusted = s$adj.r.squared, sigma = s$sigma, f = unname(s$fstatistic[1]),
    logLik = as.numeric(logLik(m)), aic = AIC(m), bic = BIC(m),
    vif = unname(diag(solve(cov2cor(vcov(m)[-1, -1])))), cases = cases(m))
}
glms <- function(name, m, family) {
  m <- converge(m)
  p <- sum(residuals(m, "pearson")^2); df <- m$df.residual
  phi <- if (family == "quasipoisson") p / df else 1
  V <- chol2inv(m$qr$qr[1:3, 1:3]) * phi
  est <- coef(m)
  quasi <- family == "quasipoisson"
  k <- length(est); l <- if (quasi) NA else k - m$family$aic(m$y, 1, m$fitted.values, m$prior.weights, m$deviance) / 2 - k
  m$dispersion <- phi
  h <- rowSums(qr.Q(m$qr)^2)
  cook <- (residuals(m, "pearson") / (1 - h))^2 * h / (phi * k)
  out <- list(name = name, family = family, call = deparse1(m$call), terms = names(est),
    classical = rows(est, V, if (quasi) df else Inf),
    robust = robust(m, est, Inf),
    deviance = m$deviance, nullDeviance = m$null.deviance, pearson = p,
    cases = list(leverage = unname(h), cooks = unname(cook)))
  if (!quasi) out$logLik <- l
  R <- cov2cor(V[-1, -1]); out$vif <- unname(diag(solve(R)))
  out
}
nb <- function(name, weights, formula) {
  w <- if (weights) d$w else rep(1, n)
  d$w1 <<- w
  m <- glm.nb(formula, d, weights = w1, control = glm.control(epsilon = 1e-14, maxit = 100))
  th <- m$theta
  off <- if (is.null(m$offset)) rep(0, n) else m$offset
  f <- update(formula, . ~ .)
  for (i in 1:60) {
    g <- converge(glm(f, negative.binomial(th), d, weights = w1, control = glm.control(epsilon = 1e-15, maxit = 50)))
    mu <- fitted(g)
    score <- function(t) sum(w * (digamma(t + d$c) - digamma(t) + log(t) + 1 - log(t + mu) - (d$c + t) / (mu + t)))
    th <- uniroot(score, c(th / 3, th * 3), tol = 1e-15)$root
  }
  g <- converge(glm(f, negative.binomial(th), d, weights = w1, control = glm.control(epsilon = 1e-15, maxit = 50)))
  mu <- fitted(g); y <- d$c
  info <- sum(w * (-trigamma(th + y) + trigamma(th) - 1 / th + 2 / (mu + th) - (y + th) / (mu + th)^2))
  V <- chol2inv(g$qr$qr[1:3, 1:3])
  l <- sum(w * dnbinom(y, size = th, mu = mu, log = TRUE))
  list(name = name, family = "negbin", call = deparse1(formula), terms = names(coef(g)),
    classical = rows(coef(g), V, Inf), theta = th, thetaSe = 1 / sqrt(info), logLik = l,
    deviance = g$deviance, pearson = sum(residuals(g, "pearson")^2))
}
ctl <- glm.control(epsilon = 1e-15, maxit = 100)
cases_ <- list(
  lms("linear", lm(y ~ x + z + v, d)),
  lms("linear weighted", lm(y ~ x + z, d, weights = w)),
  lms("linear offset", lm(y ~ x + z, d, offset = o)),
  glms("logit", glm(b ~ x + z, binomial, d, control = ctl), "logit"),
  suppressWarnings(glms("logit weighted offset", glm(b ~ x + z, binomial, d, weights = w, offset = o, control = ctl), "logit")),
  glms("probit", glm(b ~ x + z, binomial("probit"), d, control = ctl), "probit"),
  glms("poisson offset", glm(c ~ x + z, poisson, d, offset = o, control = ctl), "poisson"),
  glms("poisson weighted", glm(c ~ x + z, poisson, d, weights = w, control = ctl), "poisson"),
  glms("quasipoisson offset", glm(c ~ x + z, quasipoisson, d, offset = o, control = ctl), "quasipoisson"),
  nb("negbin offset", FALSE, c ~ x + z + offset(o)),
  nb("negbin weighted", TRUE, c ~ x + z)
)
v <- function(p) as.character(packageVersion(p))
out <- list(
  what = "equations of every family with prior weights, an offset and clusters; made by equations.R",
  r = R.version.string,
  packages = list(stats = v("stats"), MASS = v("MASS"), sandwich = v("sandwich"), clubSandwich = v("clubSandwich")),
  notes = c("generalised linear models are iterated to rounding error after glm()",
    "cluster: sandwich::vcovCL with its defaults, cluster g",
    "cr2: clubSandwich::vcovCR of type CR2 with its default working model and Satterthwaite degrees of freedom", "vif: from the correlations of the estimates",
    "a logit with fractional weights has no log likelihood in R; it is left out"),
  data = as.list(d[c("x", "z", "v", "g", "w", "o", "y", "b", "c")]),
  equations = cases_)
write(toJSON(out, digits = NA, auto_unbox = TRUE, pretty = TRUE), "equations.json")
