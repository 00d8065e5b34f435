# What the scripts share: the made-up people, JSON with every digit, and the parts of a golden file.

folder <- function(name) file.path(dirname(getwd()), name)
version <- function(...) {
  packages <- c(...)
  setNames(lapply(packages, function(p) as.character(packageVersion(p))), packages)
}

# The shortest text that reads back as the same double.
digits <- function(x) {
  for (k in 15:17) {
    text <- formatC(x, digits = k, format = "g", width = 1)
    if (as.numeric(text) == x) return(text)
  }
  text
}
quoted <- function(x) paste0("\"", gsub("\"", "\\\"", x, fixed = TRUE), "\"")
scalar <- function(x) {
  if (is.na(x)) "null" else if (is.character(x)) quoted(x) else if (is.infinite(x)) quoted(x) else digits(x)
}
# A named list or vector is an object; I(x) is an array even of one element.
json <- function(x) {
  if (length(x) == 0) "{}" else if (!is.null(names(x))) {
    values <- vapply(seq_along(x), function(i) json(x[[i]]), "")
    paste0("{", paste0(quoted(names(x)), ":", values, collapse = ","), "}")
  } else if (is.list(x) || length(x) != 1 || inherits(x, "AsIs")) {
    paste0("[", paste(vapply(seq_along(x), function(i) json(unclass(x)[[i]]), ""), collapse = ","), "]")
  } else scalar(x)
}
golden <- function(id, model, data, packages, call, notes, values, ...) {
  head <- list(id = id, model = model, data = data, r = R.version.string,
    packages = version(packages), script = script, call = call, ..., notes = I(notes))
  lines <- vapply(names(head), function(n) paste0(quoted(n), ": ", json(head[[n]])), "")
  parts <- vapply(names(values), function(n) paste0(" ", quoted(n), ": ", json(values[[n]])), "")
  writeLines(c("{", paste0(lines, ","), "\"values\": {", paste0(parts, c(rep(",", length(parts) - 1), "")), "}}"),
    file.path(folder("golden"), paste0(id, ".json")))
}
table <- function(d, name, where = "data") {
  cells <- lapply(d, function(v) ifelse(is.na(v), "", if (is.character(v)) v else vapply(v, function(x) if (is.na(x)) "" else digits(x), "")))
  writeLines(c(paste(names(d), collapse = ","), do.call(paste, c(cells, sep = ","))),
    file.path(folder(where), name))
}

# People of a made-up scheme: nobody answered these. Membership of groups and an invitation raise
# belonging, belonging lowers loneliness, loneliness raises visits.
people <- function() {
  set.seed(20190801)
  n <- 80
  d <- data.frame(arm = rep(0:1, length.out = n), groups = rpois(n, 2.5))
  d$age <- round(rnorm(n, 58, 13))
  d$woman <- rbinom(n, 1, 0.6)
  d$support <- round(rnorm(n, 3, 1), 2)
  d$education <- sample(c("none", "school", "college", "degree"), n, TRUE, c(0.2, 0.35, 0.25, 0.2))
  step <- match(d$education, c("none", "school", "college", "degree"))
  d$belonging <- round(2.5 + 0.4 * d$groups + 0.6 * d$arm + 0.2 * d$support +
    0.15 * (d$support - 3) * d$groups + 0.1 * step + rnorm(n), 2)
  d$trust <- round(1.5 + 0.45 * d$belonging + 0.2 * d$arm + rnorm(n, 0, 0.8), 2)
  d$loneliness <- round(9 - 0.5 * d$belonging - 0.3 * d$trust - 0.15 * d$groups + 0.1 * d$woman +
    0.12 * (d$support - 3) * d$belonging + rnorm(n) * (0.6 + 0.15 * d$groups), 2)
  d$wellbeing <- round(30 - 1.2 * d$loneliness + 0.5 * d$trust + 0.02 * d$age + rnorm(n, 0, 2), 2)
  d$better <- rbinom(n, 1, plogis(3 - 0.6 * d$loneliness + 0.5 * d$arm))
  d$visits <- rnbinom(n, size = 2, mu = exp(0.2 + 0.18 * d$loneliness - 0.2 * d$arm))
  d$income <- round(rlnorm(n, 3, 0.4), 1)
  d$income[c(7, 19, 33, 52, 71)] <- NA
  d
}
