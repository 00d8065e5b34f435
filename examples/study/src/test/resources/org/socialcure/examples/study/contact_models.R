# Ratios of rates of GP contacts by regression, for OutcomesOfPlansTest: data/cohort_outcomes.csv of
# the test support, R 4.2.2 with sandwich 3.0.2 and MASS 7.3.58. Run: Rscript contact_models.R data.csv
suppressMessages({ library(sandwich); library(MASS) })
d <- read.csv(commandArgs(TRUE)[1], colClasses = c(id = "character"))
for (last in c("t1", "t2")) {
  e <- d[d$wave %in% c("t0", last) & !is.na(d$gp) & !is.na(d$months) & !is.na(d$age) & !is.na(d$sex), ]
  e <- e[e$id %in% names(which(table(e$id) == 2)), ]
  e$after <- as.numeric(e$wave == last)
  fits <- list(
    none = glm(gp ~ after + offset(log(months)), poisson, e, control = glm.control(epsilon = 1e-14)),
    poisson = glm(gp ~ after + age + sex + offset(log(months)), poisson, e, control = glm.control(epsilon = 1e-14)),
    negbin = glm.nb(gp ~ after + age + sex + offset(log(months)), e, control = glm.control(epsilon = 1e-14, maxit = 100)))
  for (name in names(fits)) {
    b <- coef(fits[[name]])[["after"]]
    se <- sqrt(vcovCL(fits[[name]], cluster = e$id, type = "HC0", cadjust = TRUE)["after", "after"])
    cat(last, name, nrow(e) / 2, format(exp(b + c(0, -1, 1) * qnorm(.975) * se), digits = 12), "\n")
  }
}
