# Linear path models: lm, sandwich::vcovHC, delta-method effects with exact gradients, products of
# two paths, regions of significance. Writes golden/ols_*.json.
script <- "linear.R"
suppressMessages(library(sandwich))
source("common.R")
d <- people()
DATA <- "data/people.csv"
PACKAGES <- c("stats", "sandwich")
NOTES <- c("effects: delta-method error, exact gradients, coefficients of different equations correlated only among parallel mediators, by their residuals; normal p and limits",
  "coefficients: classical and HC0 to HC4 errors; p and limits use t with the residual degrees of freedom",
  "beta_std = b * sd(column) / sd(outcome); for a product that is the SD of the product column")
z <- qnorm(0.975)

equation <- function(formula, data = d) {
  m <- lm(formula, data)
  s <- summary(m)
  V <- vcov(m)
  df <- m$df.residual
  q <- qt(0.975, df)
  X <- model.matrix(m)
  kinds <- paste0("HC", 0:4)
  H <- setNames(lapply(kinds, function(k) vcovHC(m, k)), kinds)
  coefficients <- list()
  for (term in names(coef(m))) {
    b <- coef(m)[[term]]
    se <- sqrt(V[term, term])
    one <- list(estimate = b, se = se, t = b / se, p = 2 * pt(-abs(b / se), df), ci95_lo = b - q * se, ci95_hi = b + q * se)
    for (k in kinds) one[[paste0("se_", tolower(k))]] <- sqrt(H[[k]][term, term])
    h <- one$se_hc3
    one$p_hc3 <- 2 * pt(-abs(b / h), df)
    one$ci95_hc3 <- c(b - q * h, b + q * h)
    if (term != "(Intercept)") one$beta_std <- b * sd(X[, term]) / sd(m$model[[1]])
    coefficients[[term]] <- one
  }
  f <- unname(s$fstatistic)
  slopes <- setdiff(names(coef(m)), "(Intercept)")
  wald <- function(V, terms = slopes) drop(coef(m)[terms] %*% solve(V[terms, terms]) %*% coef(m)[terms]) / length(terms)
  out <- list(formula = deparse1(formula), n = nobs(m), df_residual = df, r2 = s$r.squared, adj_r2 = s$adj.r.squared,
    sigma = s$sigma, mse = s$sigma^2, F = f[1], df1 = f[2], df2 = f[3], F_p = pf(f[1], f[2], f[3], lower.tail = FALSE),
    logLik_ml = as.numeric(logLik(m)), AIC = AIC(m), BIC = BIC(m), coefficients = coefficients,
    vcov = lapply(as.data.frame(V, optional = TRUE), function(column) setNames(as.list(column), rownames(V))),
    F_robust_wald = lapply(H, wald))
  products <- grep(":", slopes, value = TRUE)
  if (length(products)) out$interaction_r2_change <- sapply(products, function(p) change(m, p, data), simplify = FALSE)
  loads <- X %*% solve(crossprod(X))
  attr(out, "fit") <- list(b = coef(m), V = V, H = H$HC3, df = df, loads = loads, residuals = resid(m),
    scores = loads * (resid(m) / (1 - hatvalues(m))))
  out
}
# The test of terms by leaving them out.
change <- function(m, terms, data) {
  less <- lm(reformulate(setdiff(labels(terms(m)), terms), all.vars(formula(m))[1]), data)
  a <- anova(less, m)
  list(r2_change = summary(m)$r.squared - summary(less)$r.squared, F = a$F[2], df1 = a$Df[2], df2 = a$Res.Df[2], p = a$`Pr(>F)`[2])
}

# The value of an expression of coefficients such as `m~x`*`y~m`, and its errors.
effect <- function(equations, expression, w = NULL, parallel = character()) {
  fits <- lapply(equations, attr, "fit")
  b <- unlist(lapply(names(fits), function(e) setNames(fits[[e]]$b, paste0(e, "~", names(fits[[e]]$b)))))
  at <- as.list(b)
  at$W <- w
  parsed <- parse(text = expression)[[1]]
  used <- setdiff(all.vars(parsed), "W")
  g <- setNames(numeric(length(b)), names(b))
  for (name in used) g[name] <- eval(D(parsed, name), at)
  own <- function(e) g[paste0(e, "~", names(fits[[e]]$b))]
  # Residuals of mediators side by side may be correlated, and with them the mediators' coefficients.
  between <- function(V, one, other) {
    if (V == "H") return(drop(crossprod(fits[[one]]$scores %*% own(one), fits[[other]]$scores %*% own(other))))
    sigma <- sum(fits[[one]]$residuals * fits[[other]]$residuals) / sqrt(fits[[one]]$df * fits[[other]]$df)
    sigma * drop(crossprod(fits[[one]]$loads %*% own(one), fits[[other]]$loads %*% own(other)))
  }
  error <- function(V) {
    variance <- sum(vapply(names(fits), function(e) drop(own(e) %*% fits[[e]][[V]] %*% own(e)), 0))
    for (one in parallel) for (other in setdiff(parallel, one)) variance <- variance + between(V, one, other)
    sqrt(variance)
  }
  estimate <- eval(parsed, at)
  se <- error("V")
  out <- list(expression = expression, estimate = estimate, se_delta = se, z = estimate / se,
    p = 2 * pnorm(-abs(estimate / se)), ci95_lo = estimate - z * se, ci95_hi = estimate + z * se, se_delta_hc3 = error("H"))
  if (is.null(w)) out else c(list(W = w), out)
}
standardised <- function(e, x, y) {
  e$partially_standardised <- e$estimate / sd(d[[y]])
  e$completely_standardised <- e$estimate * sd(d[[x]]) / sd(d[[y]])
  e
}

# Tests of a product of two independent paths.
product <- function(equations, first, second) {
  get <- function(path) {
    parts <- strsplit(path, "~")[[1]]
    equations[[parts[1]]]$coefficients[[parts[2]]]
  }
  a <- get(first)$estimate; sa <- get(first)$se
  b <- get(second)$estimate; sb <- get(second)$se
  test <- function(v) {
    if (v < 0) return(list(se = NA, z = NA, p = NA, ci95 = c(NA, NA)))
    se <- sqrt(v)
    list(se = se, z = a * b / se, p = 2 * pnorm(-abs(a * b / se)), ci95 = a * b + c(-1, 1) * z * se)
  }
  first_order <- a^2 * sb^2 + b^2 * sa^2
  # P(product <= q) by integrating over the first factor, split where its sign changes.
  below <- function(q) {
    inner <- function(x) ifelse(x > 0, pnorm((q / x - b) / sb), pnorm((q / x - b) / sb, lower.tail = FALSE)) * dnorm(x, a, sa)
    cuts <- sort(unique(c(a + sa * seq(-9, 9, 0.5), 0)))
    sum(mapply(function(l, u) integrate(inner, l, u, rel.tol = 1e-13, abs.tol = 1e-17, subdivisions = 500L, stop.on.error = FALSE)$value,
      head(cuts, -1), tail(cuts, -1)))
  }
  sd <- sqrt(first_order + sa^2 * sb^2)
  limit <- function(p) uniroot(function(q) below(q) - p, a * b + c(-6, 6) * sd, tol = 1e-15, maxiter = 500)$root
  set.seed(20240101)
  B <- 1e6
  draws <- sort(rnorm(B, a, sa) * rnorm(B, b, sb))
  # Of a quantile of so many draws, with the density at the exact limit.
  error <- function(p) {
    q <- limit(p); h <- 1e-3 * sd
    sqrt(p * (1 - p) / B) * 2 * h / (below(q + h) - below(q - h))
  }
  list(a = a, se_a = sa, b = b, se_b = sb, ab = a * b, sobel = test(first_order), aroian = test(first_order + sa^2 * sb^2),
    goodman = test(first_order - sa^2 * sb^2),
    monte_carlo = list(draws = B, seed = 20240101, ci95 = quantile(draws, c(0.025, 0.975), names = FALSE),
      mc_se_of_limits = c(error(0.025), error(0.975)), sd = stats::sd(draws)),
    distribution_of_product = list(exact_ci95_numeric_integration = c(limit(0.025), limit(0.975))))
}

plus <- function(...) paste(c(...), collapse = " + ")
f <- function(outcome, ...) as.formula(paste(outcome, "~", plus(...)))
calls <- function(equations) paste0(names(equations), ": lm(", vapply(equations, `[[`, "", "formula"), ")", collapse = "; ")
write <- function(id, model, equations, values, notes = character()) {
  strip <- function(e) { attr(e, "fit") <- NULL; e }
  golden(id, model, DATA, PACKAGES, calls(equations), c(NOTES, notes),
    c(list(n = equations[[1]]$n, equations = lapply(equations, strip)), values))
}
with <- function(covariates) if (length(covariates)) paste0("; covariates ", plus(covariates)) else ""

# One mediator, several in parallel, or several in a row; every path from x to y.
unmoderated <- function(id, model, x, mediators, y, covariates = character(), serial = FALSE) {
  k <- length(mediators)
  names <- if (k == 1) "m" else paste0("m", seq_len(k))
  formulas <- lapply(seq_len(k), function(i) f(mediators[i], c(x, if (serial) head(mediators, i - 1), covariates)))
  equations <- lapply(c(formulas, f(y, c(x, mediators, covariates))), equation)
  names(equations) <- c(names, "y")
  alias <- setNames(c(names, "y"), c(mediators, y))
  step <- function(from, to) paste0("`", alias[to], "~", from, "`")
  chains <- if (!serial) lapply(mediators, function(m) c(x, m, y)) else
    lapply(seq_len(2^k - 1), function(bits) c(x, mediators[bitwAnd(bits, 2^(seq_len(k) - 1)) > 0], y))
  paths <- vapply(chains, function(p) paste(step(head(p, -1), tail(p, -1)), collapse = "*"), "")
  labels <- vapply(chains, paste, "", collapse = "->")
  direct <- step(x, y)
  expressions <- c(setNames(paths, if (k == 1) "indirect" else if (serial) paste0("indirect_", labels) else paste0("indirect_", mediators)),
    if (k > 1) c(total_indirect = paste(paths, collapse = " + ")), direct = direct,
    total = paste(c(direct, paths), collapse = " + "))
  if (k == 1) expressions <- c(expressions, ratio_indirect_total = paste0(paths, "/(", direct, " + ", paths, ")"),
    ratio_indirect_direct = paste0(paths, "/", direct))
  if (k > 1) expressions[[if (serial) paste0("contrast_(", labels[1], ")_minus_(", labels[2], ")") else
    paste0("contrast_", mediators[1], "_minus_", mediators[2])]] <- paste(paths[1], "-", paths[2])
  parallel <- if (k > 1 && !serial) names else character()
  effects <- lapply(as.list(expressions), function(e) effect(equations, e, parallel = parallel))
  plain <- !grepl("ratio|contrast", names(effects))
  effects[plain] <- lapply(effects[plain], standardised, x, y)
  total <- equation(f(y, c(x, covariates)))
  attr(total, "fit") <- NULL
  values <- list(total_effect_model = total, effects = effects, sd = list(x = sd(d[[x]]), y = sd(d[[y]])))
  if (!serial) {
    values$product_tests <- lapply(setNames(seq_len(k), if (k == 1) "ab" else paste0("indirect_", mediators)),
      function(i) product(equations, paste0(names[i], "~", x), paste0("y~", mediators[i])))
  }
  if (k == 1) {
    full <- lm(f(y, c(x, mediators, paste0(x, ":", mediators), covariates)), d)
    values$extra <- list(test_of_X_by_M_interaction = change(full, paste0(x, ":", mediators), d))
  }
  arrows <- if (serial || k == 1) paste(c(x, mediators, y), collapse = " -> ") else
    paste0(x, " -> {", paste(mediators, collapse = ", "), "} -> ", y)
  write(id, paste0(model, ": ", arrows, with(covariates)), equations, values)
}

# One mediator and one moderator w: which of the paths it moderates says the number.
moderated <- function(number, x, m, y, w, covariates = character(), centred = FALSE) {
  a <- number %in% c(7, 8, 58, 59)
  b <- number %in% c(14, 15, 58, 59)
  c <- number %in% c(1, 5, 8, 15, 59)
  if (centred) for (v in c(x, m, w)) d[[v]] <<- d[[v]] - mean(d[[v]])
  on.exit(d <<- people())
  xw <- paste0(x, ":", w)
  mw <- paste0(m, ":", w)
  equations <- list()
  if (number != 1) equations$m <- equation(f(m, x, if (a) c(w, xw), covariates))
  equations$y <- equation(f(y, x, if (number != 1) m, if (b || c) w, if (c) xw, if (b) mw, covariates))
  path <- function(equation, from, moderated) if (moderated) paste0("(`", equation, "~", from, "` + `", equation, "~", from, ":", w, "`*W)") else paste0("`", equation, "~", from, "`")
  expressions <- list()
  effects <- list()
  if (number == 1) expressions$simple_slope <- path("y", x, TRUE) else {
    indirect <- paste0(path("m", x, a), "*", path("y", m, b))
    if (a || b) expressions$conditional_indirect <- indirect else effects$indirect <- indirect
    if (c) expressions$conditional_direct <- path("y", x, TRUE)
    if (a != b) effects$index_of_moderated_mediation <- if (a) paste0("`m~", xw, "`*`y~", m, "`") else paste0("`m~", x, "`*`y~", mw, "`")
    if (!c) effects$direct <- paste0("`y~", x, "`")
  }
  v <- d[[w]]
  probes <- if (length(unique(v)) == 2) list(values = sort(unique(v))) else list(mean_sd = mean(v) + c(-1, 0, 1) * sd(v))
  conditional <- lapply(expressions, function(e) lapply(probes, function(ws) lapply(ws, function(w) effect(equations, e, w))))
  values <- list(effects = if (length(effects)) lapply(effects, function(e) effect(equations, e)) else setNames(list(), character()),
    moderator = list(name = w, mean = mean(v), sd = sd(v), probes = probes), conditional = conditional)
  if (number == 1) {
    fit <- attr(equations$y, "fit")
    t <- qt(0.975, equations$y$df_residual)
    B <- fit$b; V <- fit$V
    A <- B[[xw]]^2 - t^2 * V[xw, xw]; H <- B[[x]] * B[[xw]] - t^2 * V[x, xw]; C <- B[[x]]^2 - t^2 * V[x, x]
    # The root of larger size first, the other from their product, so that neither cancels.
    large <- (-H - sign(H) * sqrt(H^2 - A * C)) / A
    roots <- sort(c(large, C / A / large))
    values$extra <- list(johnson_neyman = list(critical_t = t, roots = roots, observed_range_of_W = range(v),
      percent_below_roots = vapply(roots, function(r) 100 * mean(v < r), 0)))
  }
  roles <- paste0("X=", x, if (number != 1) paste0(" M=", m), " Y=", y, " W=", w)
  kind <- if (number == 1) "Simple moderation, PROCESS model " else "Moderated mediation, PROCESS model "
  id <- paste0("ols_m", number, "_people", if (centred) "_centred", if (length(probes$values)) "_dichW", if (length(covariates)) "_cov")
  write(id, paste0(kind, number, ": ", roles, if (length(covariates)) paste0(" covariates ", plus(covariates))), equations, values,
    if (centred) paste0("CENTRED: ", x, ", ", m, ", ", w, " mean-centred before the products") else character())
}

unmoderated("ols_m4_people_cov", "Simple mediation (PROCESS model 4)", "arm", "belonging", "loneliness", c("woman", "age"))
unmoderated("ols_m4_parallel2_people", "Parallel mediation, 2 mediators (PROCESS model 4)", "groups", c("belonging", "trust"), "loneliness", "age")
unmoderated("ols_m6_serial3_people", "Serial mediation, 3 mediators (PROCESS model 6)", "groups", c("belonging", "trust", "loneliness"), "wellbeing", serial = TRUE)
whole <- d
d <- d[!is.na(d$income), ]
unmoderated("ols_m4_people_listwise", "Simple mediation (PROCESS model 4)", "income", "belonging", "loneliness", "woman")
d <- whole
moderated(1, "belonging", "", "loneliness", "support")
moderated(5, "groups", "belonging", "loneliness", "woman")
moderated(7, "groups", "belonging", "loneliness", "support")
moderated(8, "arm", "belonging", "loneliness", "support", "age")
moderated(14, "groups", "belonging", "loneliness", "support")
moderated(15, "groups", "belonging", "loneliness", "woman")
moderated(58, "arm", "belonging", "loneliness", "support")
moderated(59, "groups", "belonging", "loneliness", "support", centred = TRUE)

# A cause in words, as indicators against a first level.
levels <- c("none", "school", "college", "degree")
codes <- paste0("D", 1:3)
for (i in 1:3) d[[codes[i]]] <- as.numeric(d$education == levels[i + 1])
equations <- list(m = equation(f("belonging", codes, "age")), y = equation(f("loneliness", codes, "belonging", "age")))
total <- equation(f("loneliness", codes, "age"))
attr(total, "fit") <- NULL
effects <- list()
for (D in codes) {
  indirect <- paste0("`m~", D, "`*`y~belonging`")
  for (kind in c("indirect", "direct", "total")) {
    expression <- switch(kind, indirect = indirect, direct = paste0("`y~", D, "`"), total = paste0("`y~", D, "` + ", indirect))
    effects[[paste("relative", kind, D, sep = "_")]] <- expression
  }
}
rm(D)
omnibus <- function(formula) change(lm(formula, d), codes, d)
write("ols_m4_multicat_people",
  paste0("Simple mediation with multicategorical X=education, indicator coding, reference 'none', D1..: ", paste(levels[-1], collapse = ", "), "; M=belonging Y=loneliness"),
  equations, list(total_effect_model = total, effects = lapply(effects, function(e) effect(equations, e)),
    extra = list(omnibus_direct_effect = omnibus(f("loneliness", codes, "belonging", "age")),
      omnibus_X_in_m = omnibus(f("belonging", codes, "age")), omnibus_total = omnibus(f("loneliness", codes, "age")))))
table(whole, "people.csv")
