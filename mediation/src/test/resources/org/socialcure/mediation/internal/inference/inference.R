# Writes inference.json: influence values by the package boot, and simultaneous intervals and
# p-values counted with base R. Run in this folder: Rscript inference.R
library(boot)

number <- function(x) paste0("[", paste(formatC(x, digits = 17, format = "g"), collapse = ", "), "]")
matrixOf <- function(m) paste0("[", paste(apply(m, 1, number), collapse = ",\n  "), "]")

# A ratio of means, skewed enough for an acceleration.
x <- c(1.2, 0.4, 3.1, 2.2, 0.9, 5.6, 1.7, 2.9)
y <- c(2.0, 1.1, 2.4, 3.0, 0.7, 3.9, 2.6, 1.8)
data <- data.frame(x, y)
ratio <- function(d, w) sum(d$x * w) / sum(d$y * w)
set.seed(20240101)
b <- boot(data, ratio, R = 60, stype = "f")
frequencies <- boot.array(b)
regression <- empinf(b, type = "reg")
jackknife <- empinf(data = data, statistic = function(d, w) ratio(d, w), stype = "w", type = "jack")
infinitesimal <- empinf(data = data, statistic = ratio, stype = "w", type = "inf")
leaveOneOut <- sapply(seq_along(x), function(i) mean(x[-i]) / mean(y[-i]))
acceleration <- function(L) sum(L^3) / (6 * sum(L^2)^1.5)
bca <- boot.ci(b, conf = c(0.8, 0.9), type = "bca", L = regression)$bca

# Simultaneous intervals: three effects of the fixed-index bootstrap.
reference <- "../../../../../../../../core/test-support/src/main/resources/org/socialcure/testsupport/reference"
estimates <- read.csv(file.path(reference, "golden/boot40_people_estimates.csv"))[1:199, ]
names <- c("par_ind1", "par_ind2", "par_direct")
whole <- read.csv(file.path(reference, "data/boot40_people.csv"))
y <- coef(lm(loneliness ~ arm + belonging + trust, whole))
t0 <- c(par_ind1 = coef(lm(belonging ~ arm, whole))[["arm"]] * y[["belonging"]],
  par_ind2 = coef(lm(trust ~ arm, whole))[["arm"]] * y[["trust"]], par_direct = y[["arm"]])
t <- as.matrix(estimates[, names])
se <- apply(t, 2, sd)
maxima <- apply(abs(sweep(sweep(t, 2, t0), 2, se, "/")), 1, max)
critical <- boot:::norm.inter(maxima, 0.95)[2]
adjusted <- sapply(abs(t0) / se, function(s) (sum(maxima >= s) + 1) / (length(maxima) + 1))
addOne <- apply(t, 2, function(v) min(1, 2 * (min(sum(v <= 0), sum(v >= 0)) + 1) / (length(v) + 1)))
proportion <- apply(t, 2, function(v) min(1, 2 * min(sum(v > 0), sum(v < 0)) / length(v)))

cat(file = "inference.json", sep = "", '{
 "id": "inference",
 "r": "', R.version.string, '",
 "packages": { "boot": "', as.character(packageVersion("boot")), '" },
 "call": "Rscript inference.R (beside this file)",
 "values": {
  "influence": {
   "frequencies": ', matrixOf(frequencies), ',
   "replicates": ', number(b$t[, 1]), ',
   "estimate": ', number(b$t0), ',
   "regression": ', number(regression), ',
   "leave_one_out": ', number(leaveOneOut), ',
   "jackknife": ', number(jackknife), ',
   "acceleration_regression": ', number(acceleration(regression)), ',
   "acceleration_jackknife": ', number(acceleration(jackknife)), ',
   "acceleration_infinitesimal": ', number(acceleration(infinitesimal)), ',
   "infinitesimal": ', number(infinitesimal), ',
   "bca_80": ', number(bca[1, 4:5]), ',
   "bca_90": ', number(bca[2, 4:5]), '
  },
  "simultaneous": {
   "names": ["', paste(names, collapse = '", "'), '"],
   "t0": ', number(t0), ',
   "critical": ', number(critical), ',
   "lower": ', number(t0 - critical * se), ',
   "upper": ', number(t0 + critical * se), ',
   "adjusted_p": ', number(adjusted), ',
   "p_add_one": ', number(addOne), ',
   "p_proportion": ', number(proportion), '
  }
 }
}
')
