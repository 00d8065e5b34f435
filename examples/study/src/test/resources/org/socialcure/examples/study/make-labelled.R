# Makes the SPSS and Stata files of this folder: made-up answers of 40 people at two waves, one row a
# person and wave, with labels of values. Run with: Rscript make-labelled.R   (R 4.2.2, haven)
library(haven)
set.seed(11)
people <- 40
labelled_data <- data.frame(id = rep(seq_len(people), 2))
labelled_data$wave <- labelled(rep(c(1, 2), each = people), c("Baseline" = 1, "Follow-up" = 2))
labelled_data$x <- round(rnorm(2 * people), 2)
labelled_data$m <- round(0.4 * labelled_data$x + rnorm(2 * people), 2)
labelled_data$y <- labelled(as.numeric(labelled_data$m + rnorm(2 * people) > 0), c("No" = 0, "Yes" = 1))
labelled_data$arm <- labelled(
  rep(rep(c(1, 2), people / 2), 2), c("Usual care" = 1, "Link worker" = 2, "Usual" = 3, "2" = 4))
labelled_data$site <- labelled(rep(c(1, 2, 3, 3), people / 2), c("North" = 1, "South" = 2, "South" = 3))
write_dta(labelled_data, "labelled.dta", version = 14)
labelled_data$site <- labelled_spss(
  as.numeric(labelled_data$site), c("North" = 1, "South" = 2, "Not said" = 3), na_values = 3)
write_sav(labelled_data, "labelled.sav")
