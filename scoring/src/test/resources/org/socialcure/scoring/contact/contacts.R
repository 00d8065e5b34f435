# Rscript contacts.R ../…/reference/data/cohort_outcomes.csv contacts.json
# Intervals of changes in contacts that outcomes.R does not have: all available (a Poisson model of the long file with
# errors clustered by person), quasi-Poisson, the t interval of individual changes, and limits of a million resamples.
suppressMessages({library(sandwich); library(jsonlite)})
a <- commandArgs(TRUE); d <- read.csv(a[1], colClasses=c(id="character")); set.seed(1)
ids <- sort(unique(d$id)); wide <- function(v, w) { x <- d[d$wave==w,]; setNames(x[[v]], x$id)[ids] }
out <- list(); z <- qnorm(.975)
for (p in list(c("t0","t1"), c("t0","t2"))) {
  x <- wide("gp",p[1]); y <- wide("gp",p[2]); v <- wide("months",p[1]); w <- wide("months",p[2]); v[is.na(x)] <- NA; w[is.na(y)] <- NA
  L <- rbind(data.frame(id=ids, t=0, c=x, m=v), data.frame(id=ids, t=1, c=y, m=w)); L <- L[!is.na(L$c),]
  all <- glm(c ~ t + offset(log(m)), poisson, L, control=glm.control(epsilon=1e-14)); G <- length(unique(L$id)); se <- sqrt(vcovCL(all, cluster=L$id, type="HC0", cadjust=TRUE)["t","t"])
  k <- !is.na(x) & !is.na(y); P <- rbind(data.frame(t=0, c=x[k], m=v[k]), data.frame(t=1, c=y[k], m=w[k]))
  quasi <- glm(c ~ t + offset(log(m)), quasipoisson, P, control=glm.control(epsilon=1e-14)); phi <- sum(residuals(quasi,"pearson")^2)/quasi$df.residual
  r <- ((y/w)/(x/v))[k & x > 0]; tt <- t.test(r)
  xs <- x[k]; ys <- y[k]; vs <- v[k]; ws <- w[k]; n <- sum(k); B <- 1000000
  est <- replicate(B/1000, { i <- matrix(sample.int(n, n*1000, TRUE), n); (colSums(matrix(ys[i],n))/colSums(matrix(ws[i],n)))/(colSums(matrix(xs[i],n))/colSums(matrix(vs[i],n))) })
  est <- sort(as.vector(est)); t0 <- (sum(ys)/sum(ws))/(sum(xs)/sum(vs)); J <- sapply(seq_len(n), function(i) (sum(ys[-i])/sum(ws[-i]))/(sum(xs[-i])/sum(vs[-i])))
  Li <- (n-1)*(mean(J)-J); acc <- sum(Li^3)/(6*sum(Li^2)^1.5); z0 <- qnorm(mean(est < t0)); q <- pnorm(z0 + (z0 + c(-z,z))/(1 - acc*(z0 + c(-z,z))))
  one <- function(g) { sel <- k & wide("sex","t0") == g; Q <- rbind(data.frame(id=ids[sel], t=0, c=x[sel], m=v[sel]), data.frame(id=ids[sel], t=1, c=y[sel], m=w[sel])); f <- glm(c ~ t + offset(log(m)), poisson, Q, control=glm.control(epsilon=1e-14)); c(coef(f)[["t"]], vcovCL(f, cluster=Q$id, type="HC0", cadjust=TRUE)["t","t"]) }
  man <- one("man"); woman <- one("woman"); ratio <- exp(man[1] - woman[1]); rse <- sqrt(man[2] + woman[2])
  cost <- replicate(1000, { i <- matrix(sample.int(n, n*1000, TRUE), n); 42.5*(colSums(matrix(ys[i],n))/colSums(matrix(ws[i],n)) - colSums(matrix(xs[i],n))/colSums(matrix(vs[i],n))) })
  out[[paste0("gp_", p[1], "_", p[2])]] <- list(people_all=G, all_available_ratio=exp(coef(all)[["t"]]), all_available_log_se=se, all_available_ci=exp(coef(all)[["t"]] + c(-z,z)*se),
    quasi_log_se=sqrt(phi*(1/sum(xs)+1/sum(ys))), quasi_glm_log_se=summary(quasi)$coefficients["t","Std. Error"], quasi_ci=t0*exp(c(-z,z)*sqrt(phi*(1/sum(xs)+1/sum(ys)))),
    individual_n=length(r), individual_ratio=mean(r), individual_ci=as.numeric(tt$conf.int), acceleration=acc, percentile=as.numeric(quantile(est, c(.025,.975), type=6)), bca=as.numeric(quantile(est, q, type=6)), bootstrap_sd=sd(est), men_to_women=ratio, men_to_women_ci=ratio*exp(c(-z,z)*rse), cost_difference=42.5*(sum(ys)/sum(ws)-sum(xs)/sum(vs)), cost_percentile=as.numeric(quantile(cost, c(.025,.975), type=6)), cost_sd=sd(as.vector(cost))) }
write_json(list(call="contacts.R; definitions in its lines", r=R.version.string, packages=list(sandwich=as.character(packageVersion("sandwich"))), tolerance="1e-10 relative; limits of the million resamples within their Monte Carlo error", values=out), a[2], auto_unbox=TRUE, digits=NA, pretty=TRUE)
