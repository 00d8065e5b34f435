# Makes every data set and golden file anew: cd scripts; Rscript make.R
for (part in c("linear.R", "generalized.R", "bootstrap.R", "scores.R", "reliability.R")) {
  if (system2("Rscript", part) != 0) stop(part)
}
writeLines(sub("\\.json$", "", sort(list.files("../golden", "\\.json$"), method = "radix")), "../cases.txt")
