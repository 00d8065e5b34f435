# Equations of binary and count outcomes, iterated to rounding, with classical and robust errors, and
# a mediation with a binary outcome. Writes golden/glm_*.json and golden/medglm_*.json.
script <- "generalized.R"
suppressMessages({library(MASS); library(sandwich)})
source("common.R")
d <- people()
DATA <- "data/people.csv"
ctl <- glm.control(epsilon = 1e-15, maxit = 100)

# Fisher scoring until the steps are rounding error; glm() stops when the deviance rests, which
# leaves coefficients of models without a canonical link about eight digits.
converge <- function(m) {
  X <- model.matrix(m); y <- m$y; f <- m$family
  b <- coef(m)
  for (i in 1:50) {
    eta <- drop(X %*% b); mu <- f$linkinv(eta); me <- f$mu.eta(eta); v <- f$variance(mu)
    b <- b + qr.coef(qr(X * sqrt(me^2 / v)), (y - mu) / sqrt(v))
  }
  m$coefficients[] <- b
  eta <- drop(X %*% b); mu <- f$linkinv(eta); me <- f$mu.eta(eta)
  m$linear.predictors <- eta; m$fitted.values <- mu
  m$weights <- me^2 / f$variance(mu); m$residuals <- (y - mu) / me
  m$qr <- qr(X * sqrt(m$weights)); m$R <- qr.R(m$qr)
  m$deviance <- sum(f$dev.resids(y, mu, rep(1, length(y))))
  m
}
rows <- function(b, V, df = Inf) {
  q <- qt(0.975, df)
  sapply(names(b), function(term) {
    se <- sqrt(V[term, term]); e <- b[[term]]; limits <- e + c(-1, 1) * q * se
    list(estimate = e, se = se, stat = e / se, p = 2 * pt(-abs(e / se), df), ci95_lo = limits[1], ci95_hi = limits[2])
  }, simplify = FALSE)
}
covariance <- function(m, dispersion = 1) {
  p <- length(coef(m))
  V <- chol2inv(m$qr$qr[seq_len(p), seq_len(p), drop = FALSE]) * dispersion
  dimnames(V) <- list(names(coef(m)), names(coef(m)))
  V
}
call_of <- function(formula, family) paste0("glm(", deparse1(formula), ", family=", family, ")")
write <- function(id, model, call, values) golden(id, model, DATA, c("stats", "MASS", "sandwich"), call,
  c("iterated to rounding error after glm()", "robust: sandwich::vcovHC, normal statistics; quasi families use t with the residual degrees of freedom otherwise",
    "negative binomial: errors treat theta as fixed, theta_se from the information of theta alone"), values, relative_tolerance = 1e-8)
robust <- function(m, kinds) setNames(lapply(kinds, function(k) rows(coef(m), vcovHC(m, k))), paste0("robust_", kinds))

generalized <- function(id, model, formula, family, name) {
  m <- converge(glm(formula, family, d, control = ctl))
  quasi <- name == "quasipoisson()"
  pearson <- sum(residuals(m, "pearson")^2)
  n <- nobs(m); k <- length(coef(m))
  phi <- if (quasi) pearson / m$df.residual else 1
  values <- list(n = n, df_residual = m$df.residual, null_deviance = m$null.deviance, deviance = m$deviance, dispersion = phi, pearson_chi2 = pearson)
  if (!quasi) {
    l <- -family$aic(m$y, rep(1, n), fitted(m), rep(1, n), m$deviance) / 2
    empty <- glm(update(formula, . ~ 1), family, d, control = ctl)
    l0 <- as.numeric(logLik(empty))
    values <- c(values, logLik = l, aic = 2 * k - 2 * l, bic = log(n) * k - 2 * l)
    cox <- 1 - exp(2 * (l0 - l) / n)
    if (grepl("binomial", name)) values$pseudo_r2 <- list(mcfadden = 1 - l / l0, cox_snell = cox, nagelkerke = cox / (1 - exp(2 * l0 / n)))
  }
  values$wald <- rows(coef(m), covariance(m, phi), if (quasi) m$df.residual else Inf)
  write(id, model, call_of(formula, name), c(values, robust(m, c("HC0", "HC1", "HC3"))))
}
generalized("glm_people_logit", "logistic", better ~ arm + belonging + woman + age, binomial(), "binomial()")
generalized("glm_people_probit", "probit", better ~ arm + belonging + woman + age, binomial("probit"), "binomial(\"probit\")")
generalized("glm_people_poisson", "Poisson", visits ~ arm + loneliness + education, poisson(), "poisson()")
generalized("glm_people_quasipoisson", "quasi-Poisson", visits ~ arm + loneliness + education, quasipoisson(), "quasipoisson()")

# Theta and the coefficients in turn until both rest.
formula <- visits ~ arm + loneliness + age
theta <- glm.nb(formula, d, control = ctl)$theta
y <- d$visits
for (i in 1:60) {
  m <- converge(glm(formula, negative.binomial(theta), d, control = ctl))
  mu <- fitted(m)
  score <- function(t) sum(digamma(t + y) - digamma(t) + log(t) + 1 - log(t + mu) - (y + t) / (mu + t))
  theta <- uniroot(score, c(theta / 3, theta * 3), tol = 1e-15)$root
}
m <- converge(glm(formula, negative.binomial(theta), d, control = ctl))
mu <- fitted(m)
information <- sum(-trigamma(theta + y) + trigamma(theta) - 1 / theta + 2 / (mu + theta) - (y + theta) / (mu + theta)^2)
l <- sum(dnbinom(y, size = theta, mu = mu, log = TRUE))
write("glm_people_negbin", "negative binomial (NB2, log link)", paste0("MASS::glm.nb(", deparse1(formula), ")"),
  c(list(n = nobs(m), theta = theta, theta_se = 1 / sqrt(information), logLik = l, aic = 2 * (length(coef(m)) + 1) - 2 * l,
    deviance = m$deviance, null_deviance = m$null.deviance, df_residual = m$df.residual, wald = rows(coef(m), covariance(m))), robust(m, c("HC0", "HC3"))))

first <- belonging ~ arm + woman + age
second <- better ~ arm + belonging + woman + age
a <- lm(first, d)
b <- converge(glm(second, binomial(), d, control = ctl))
A <- coef(a)[["arm"]]; sa <- sqrt(vcov(a)["arm", "arm"])
V <- covariance(b)
B <- coef(b)[["belonging"]]; sb <- sqrt(V["belonging", "belonging"])
sobel <- sqrt(A^2 * sb^2 + B^2 * sa^2)
l <- function(m) -m$deviance / 2
reduced <- converge(glm(better ~ arm + woman + age, binomial(), d, control = ctl))
empty <- glm(better ~ 1, binomial(), d, control = ctl)
write("medglm_people_logit", "mediation with binomial outcome: X=arm M=belonging Y=better",
  paste0("lm(", deparse1(first), "); glm(", deparse1(second), ")"),
  list(n = nobs(b), a = A, se_a = sa, b = B, se_b = sb, direct = coef(b)[["arm"]], se_direct = sqrt(V["arm", "arm"]),
    total_from_reduced_model = coef(reduced)[["arm"]], indirect = A * B, se_sobel = sobel, z = A * B / sobel, p = 2 * pnorm(-abs(A * B / sobel)),
    exp_indirect = exp(A * B), model_y = rows(coef(b), V), model_m = rows(coef(a), vcov(a), a$df.residual),
    minus2LL = b$deviance, lr_chi2 = empty$deviance - b$deviance))
