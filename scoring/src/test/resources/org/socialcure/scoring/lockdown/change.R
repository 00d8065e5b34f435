# Rscript change.R FILE > change.json: the change of the UCLA-3 sum of complete forms between the two waves.
d <- read.csv(commandArgs(TRUE)[1])
d$ucla <- d$ucla3_1 + d$ucla3_2 + d$ucla3_3
w <- reshape(d[, c("id", "wave", "ucla")], idvar = "id", timevar = "wave", direction = "wide")
x <- w$ucla.before
y <- w$ucla.during
both <- !is.na(x) & !is.na(y)
t <- t.test(y[both], x[both], paired = TRUE)
n <- function(v) formatC(v, digits = 17, format = "g")
cat('{\n "id": "ucla3_change",\n "r": "', R.version.string, '",\n', sep = "")
cat(' "call": "t.test(during, before, paired = TRUE)",\n "values": {\n')
cat('  "rows": ', nrow(w), ',\n  "n": ', sum(both), ',\n', sep = "")
cat('  "only_before": ', sum(!is.na(x) & is.na(y)), ',\n  "only_during": ', sum(is.na(x) & !is.na(y)), ',\n', sep = "")
cat('  "neither": ', sum(is.na(x) & is.na(y)), ',\n', sep = "")
cat('  "mean_pre": ', n(mean(x[both])), ',\n  "mean_post": ', n(mean(y[both])), ',\n', sep = "")
cat('  "sd_pre": ', n(sd(x[both])), ',\n  "sd_post": ', n(sd(y[both])), ',\n', sep = "")
cat('  "mean_change": ', n(unname(t$estimate)), ',\n  "t": ', n(unname(t$statistic)), ',\n', sep = "")
cat('  "df": ', t$parameter, ',\n  "p": ', n(t$p.value), ',\n', sep = "")
cat('  "ci95": [', n(t$conf.int[1]), ', ', n(t$conf.int[2]), '],\n', sep = "")
cat('  "d_z": ', n(mean((y - x)[both]) / sd((y - x)[both])), '\n }\n}\n', sep = "")
