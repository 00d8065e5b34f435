# Reliable change of ten persons by six methods. Rscript rci_methods.R > rci_methods.json
# Formulas: JT Jacobson & Truax 1991; GLN and HLL Hsu 1989; EN Speer 1992; NK Nunnally & Kotsch 1983; HA Hageman & Arrindell 1999.
x <- c(24, 28, 19, 22, 30, 26, 21, 25, 27, 23); y <- c(20, 25, 18, 23, 24, 22, 21, 19, 26, 20)
rxx <- .84; ryy <- .8
M1 <- mean(x); M2 <- mean(y); S1 <- sd(x); S2 <- sd(y); r <- cor(x, y)
SEM <- S1 * sqrt(1 - rxx); SEP <- S1 * sqrt(1 - rxx^2)
reliability_of <- function(S) (S^2 - SEM^2) / S^2
rdd <- (S1^2 * reliability_of(S1) + S2^2 * reliability_of(S2) - 2 * S1 * S2 * r) / (S1^2 + S2^2 - 2 * S1 * S2 * r)
index <- list(
  "JACOBSON_TRUAX" = (y - x) / (S1 * sqrt(2 * (1 - rxx))),
  "GULLIKSEN_LORD_NOVICK" = ((y - M1) - rxx * (x - M1)) / SEP,
  "HSU_LINN_LORD" = ((y - M2) - rxx * (x - M1)) / SEP,
  "EDWARDS_NUNNALLY" = (y - (M1 + rxx * (x - M1))) / SEM,
  "NUNNALLY_KOTSCH" = (y - (M1 + rxx * (x - M1))) / sqrt(rxx^2 * S1^2 * (1 - rxx) + S1^2 * (1 - ryy)),
  "HAGEMAN_ARRINDELL" = ((y - x) * rdd + (M2 - M1) * (1 - rdd)) / (sqrt(rdd) * sqrt(2 * SEM^2)))
line <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
cat("{\n\"r\": \"", R.version.string, "\", \"call\": \"rci_methods.R\", \"tolerance\": \"1e-12\",\n\"x\": ", line(x), ", \"y\": ", line(y),
  ",\n\"rxx\": ", rxx, ", \"ryy\": ", ryy, ", \"rdd\": ", sprintf("%.17g", rdd), ",\n\"index\": {\n", sep = "")
cat(paste0("\"", names(index), "\": ", vapply(index, line, ""), collapse = ",\n"), "\n}}\n", sep = "")
