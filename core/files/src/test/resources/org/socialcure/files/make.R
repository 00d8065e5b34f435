# Makes the SPSS and Stata files of this folder: made-up answers of six people, and what haven reads
# in them again. Run with: Rscript make.R   (R 4.2.2, haven, foreign, jsonlite)
library(haven)
long <- trimws(paste(rep(c("Zürich ", "Málaga ", "Łódź "), 40), collapse = ""))
people <- data.frame(
  id = c("p01", "p02", "p03", "p04", "p05", "p06"),
  city = c("Zürich-Oerlikon", "Münchèn ööö", "abc", "", "Łódź", "12345678"),
  note = c(long, "", "x", strrep("y", 255), strrep("z", 256), strrep("é", 300)),
  stringsAsFactors = FALSE)
people$lonely <- labelled_spss(
  c(1, 2, 3, 9, NA, 2),
  labels = c("Hardly ever" = 1, "Some of the time" = 2, "Often" = 3, "No answer" = 9),
  na_values = 9, label = "How often lonely (Einsämkeit)")
people$visits <- labelled_spss(c(0, 300.5, -7, 98, 99, 1e10), na_range = c(97, 99), label = "Visits")
people$kind <- labelled_spss(
  c("a", "b", "x", "a", "", "b"), labels = c("Choir" = "a", "Sport" = "b", "Refused" = "x"),
  na_values = "x", label = "Kind of group")
people$born <- as.Date(c("1950-02-28", "2000-02-29", NA, "1899-12-31", "1970-01-01", "2021-09-11"))
people$asked <- as.POSIXct(
  c("2021-09-11 10:30:00", "2021-09-11 00:00:00", NA, "1999-12-31 23:59:59",
    "1970-01-01 00:00:01", "2021-02-03 04:05:06"), tz = "UTC")
write_sav(people, "people.sav", compress = "byte")
write_sav(people, "people-plain.sav", compress = "none")
write_sav(people, "people.zsav", compress = "zsav")
write_sav(people[0, ], "no-rows.sav")

# Many rows, so that there are several zlib blocks, and all values that a byte can stand for.
set.seed(7)
many <- data.frame(n = rep(-120:160, length.out = 3000), x = round(rnorm(3000), 3),
  t = sprintf("%08d", 1:3000), stringsAsFactors = FALSE)
write_sav(many, "many.zsav", compress = "zsav")
write_sav(many, "many.sav", compress = "byte")

stata <- data.frame(
  id = people$id, city = people$city, note = people$note, stringsAsFactors = FALSE)
stata$lonely <- labelled(
  c(1, 2, 3, NA, tagged_na("a"), tagged_na("z")),
  labels = c("Hardly ever" = 1, "Some of the time" = 2, "Often" = 3, "Refused" = tagged_na("a")),
  label = "How often lonely")
stata$visits <- c(0, 300.5, -7, NA, 99, 1e10)
stata$count <- c(1L, -5L, 100L, 30000L, NA, 2000000000L)
stata$born <- people$born
stata$asked <- people$asked
write_dta(stata, "people-118.dta", version = 14, strl_threshold = 100)
write_dta(stata, "people-119.dta", version = 15, strl_threshold = 100)
latin <- stata[, c("id", "city", "lonely", "visits", "count", "born", "asked")]
latin$city <- c("Zurich", "b", "abc", "", "d", "12345678")
write_dta(latin, "people-117.dta", version = 13)
write_dta(stata[0, ], "no-rows.dta", version = 14)
wide <- as.data.frame(matrix(1:40000 %% 90, nrow = 1))
write_dta(wide[, 1:33000], "wide-119.dta", version = 15)
system("gzip -9nf wide-119.dta")
foreign::write.dta(data.frame(x = 1:3), "old.dta", version = 10)

# Rows without any value, rows with a missing code alone, and identifiers that a double cannot hold.
gaps <- data.frame(id = c(1, NA, 3, NA, 5, NA))
gaps$x <- labelled_spss(c(1, NA, NA, 9, 2, NA), na_values = 9)
gaps$t <- c("a", "", "b", "", "", "")
write_sav(gaps, "gaps.sav")
gaps$x <- labelled(c(1, NA, NA, tagged_na("a"), 2, NA), labels = NULL)
write_dta(gaps, "gaps.dta", version = 14)
write_sav(gaps[c(2, 6), ], "no-values.sav")
long <- data.frame(id = c(9007199254740992, 9007199254740994, 12), x = 1:3)
write_sav(long, "long-ids.sav")

# What haven reads, as CSV: user-missing values empty, codes and not labels, ISO dates.
plain <- function(data) {
  out <- data.frame(row.names = seq_len(nrow(data)))
  for (name in names(data)) {
    column <- data[[name]]
    out[[name]] <- if (inherits(column, "POSIXct")) format(column, "%Y-%m-%dT%H:%M:%S")
      else if (inherits(column, "Date")) format(column, "%Y-%m-%d")
      else if (is.numeric(column)) format(as.numeric(column), digits = 17, trim = TRUE, scientific = FALSE)
      else as.character(column)
    missing <- is.na(as.vector(column)) | (!is.numeric(column) & as.character(column) %in% "")
    out[[name]][missing] <- ""
  }
  out
}
save <- function(data, file)
  write.csv(plain(data), file, row.names = FALSE, fileEncoding = "UTF-8", eol = "\n")
save(read_sav("people.sav"), "people.sav.csv")
save(read_dta("people-118.dta"), "people-118.dta.csv")
save(read_dta("people-117.dta"), "people-117.dta.csv")
save(read_sav("many.sav"), "many.sav.csv")
