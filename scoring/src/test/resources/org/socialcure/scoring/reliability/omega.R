# Omega of sixty made-up scales of different structure by psych 2.2.9 (R 4.2.2), half of which have
# an item that three factors leave no variance of its own (Heywood cases): three factors by minimum
# residuals, oblimin, Schmid-Leiman; as its documentation says, uniquenesses are held at 0.005 or
# more. Its search is not carried to the last digit: with an exactly identified six items it leaves
# residuals where there need be none. Rscript omega.R > omega.json
suppressMessages({library(psych); library(jsonlite)})
set.seed(20)
one <- function(i) {
  k <- c(6, 7, 8, 9, 10, 12)[i %% 6 + 1]
  n <- c(40, 80, 150, 400)[i %% 4 + 1]
  kind <- c("general", "groups", "one", "weak", "doublet")[i %% 5 + 1]
  group <- rep(1:3, length.out = k)
  g <- switch(kind, general = .6, groups = .4, one = .7, weak = .35, doublet = .5)
  s <- switch(kind, general = .45, groups = .6, one = .1, weak = .3, doublet = .4)
  f <- matrix(rnorm(n * 3), n)
  x <- rnorm(n) * g + s * f[, group] + matrix(rnorm(n * k, 0, .7), n)
  if (kind == "doublet") x[, 2] <- x[, 1] + rnorm(n, 0, .25)
  if (i %% 3 == 0) x <- pmin(pmax(round(x * 1.2 + 2), 1), 4)
  r <- round(cor(x), 6)
  o <- suppressWarnings(suppressMessages(omega(r, nfactors = 3, fm = "minres", rotate = "oblimin",
    flip = FALSE, plot = FALSE)))
  list(kind = kind, r = r, hierarchical = o$omega_h, total = o$omega.tot)
}
cases <- lapply(1:60, one)
writeLines(toJSON(list(cases = cases), digits = 10, auto_unbox = TRUE))
