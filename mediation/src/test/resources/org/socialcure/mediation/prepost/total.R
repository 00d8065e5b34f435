# Writes total.json: the normal-theory test of the total indirect effect over two parallel mediators,
# within subjects, on prepost.csv. Run in this folder: Rscript total.R
library(jsonlite)
d <- na.omit(read.csv("prepost.csv"))
n <- nrow(d)
dm <- d$m1 - d$m0; dk <- d$k1 - d$k0; dy <- d$y1 - d$y0
cm <- (d$m0 + d$m1) / 2; ck <- (d$k0 + d$k1) / 2
y <- lm(dy ~ dm + dk + I(cm - mean(cm)) + I(ck - mean(ck)))
a <- c(mean(dm), mean(dk)); b <- coef(y)[c("dm", "dk")]
# Means of the same people: their covariance is that of the changes over n.
Va <- cov(cbind(dm, dk)) / n
Vb <- vcov(y)[c("dm", "dk"), c("dm", "dk")]
estimate <- sum(a * b)
se <- sqrt(drop(b %*% Va %*% b + a %*% Vb %*% a))
z <- estimate / se
write_json(list(tool = R.version.string, script = "total.R", data = "prepost.csv",
  estimate = estimate, se = se, z = z, p = 2 * pnorm(-abs(z)), limits = estimate + c(-1, 1) * qnorm(0.975) * se),
  "total.json", digits = NA, auto_unbox = TRUE)
