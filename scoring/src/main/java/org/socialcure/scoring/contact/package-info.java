/**
 * Contacts with services before and after: how often people used a service within a known stretch
 * of time, and by how much that changed.
 *
 * <p>A count means nothing without its window. Everything here compares rates, contacts per month
 * of observation; what "25 % fewer" is of is said by a {@link
 * org.socialcure.scoring.contact.PercentDefinition}, and how sure it is by a {@link
 * org.socialcure.scoring.contact.ContactInterval}, both of which travel with the number. The front
 * door is {@link org.socialcure.scoring.contact.ContactChange}.
 *
 * <h2>How often the intervals hold the truth</h2>
 *
 * <p>Of 10,000 simulated cohorts of each kind, the share in percent whose 95 % interval held the
 * truth. Counts are Poisson around personal rates of gamma frailty, correlated by 0.7 within
 * persons; the variance of a count before is 5 or 9 times its mean of 3; the true ratio is 0.8, the
 * window before 3 months. Each cell has windows after of 2 and of 4 months; bootstraps have 999
 * resamples; the Monte Carlo error of a figure is 0.2 to 0.5. Where a kind of interval held the
 * truth in less than 93 %, {@link org.socialcure.scoring.contact.ContactEstimate#caution() a
 * caution} says so beside the number.
 *
 * <table>
 * <caption>Coverage of 95 % intervals in percent, windows after of 2 / 4 months</caption>
 * <tr><th>interval</th><th>variance / mean</th><th>n = 20</th><th>50</th><th>100</th>
 *     <th>178</th></tr>
 * <tr><td>totals, delta</td><td>5</td><td>91.8 / 92.0</td><td>93.8 / 94.1</td><td>94.5 / 94.2</td><td>94.9 / 94.5</td></tr>
 * <tr><td>totals, delta</td><td>9</td><td>90.9 / 90.9</td><td>93.1 / 93.5</td><td>93.8 / 94.0</td><td>94.2 / 94.3</td></tr>
 * <tr><td>totals, percentile</td><td>5</td><td>91.4 / 91.8</td><td>93.5 / 93.7</td><td>94.3 / 94.0</td><td>94.7 / 94.6</td></tr>
 * <tr><td>totals, percentile</td><td>9</td><td>90.9 / 90.4</td><td>92.7 / 92.8</td><td>93.4 / 93.6</td><td>94.0 / 93.8</td></tr>
 * <tr><td>totals, BCa</td><td>5</td><td>91.4 / 91.1</td><td>93.1 / 93.2</td><td>94.1 / 93.5</td><td>94.5 / 94.4</td></tr>
 * <tr><td>totals, BCa</td><td>9</td><td>90.4 / 89.1</td><td>92.0 / 91.4</td><td>92.5 / 92.4</td><td>93.3 / 93.4</td></tr>
 * <tr><td>totals, exact conditional</td><td>5</td><td>87.4 / 83.4</td><td>86.5 / 82.5</td><td>86.1 / 81.4</td><td>85.7 / 81.8</td></tr>
 * <tr><td>totals, exact conditional</td><td>9</td><td>80.3 / 74.3</td><td>78.9 / 73.1</td><td>78.1 / 72.0</td><td>77.4 / 71.7</td></tr>
 * <tr><td>totals, quasi-Poisson</td><td>5</td><td>99.1 / 99.2</td><td>99.4 / 99.4</td><td>99.5 / 99.6</td><td>99.6 / 99.6</td></tr>
 * <tr><td>totals, quasi-Poisson</td><td>9</td><td>99.2 / 99.5</td><td>99.7 / 99.7</td><td>99.8 / 99.6</td><td>99.8 / 99.8</td></tr>
 * <tr><td>individual, t</td><td>5</td><td>87.1 / 86.7</td><td>89.8 / 90.2</td><td>91.8 / 91.5</td><td>93.1 / 92.9</td></tr>
 * <tr><td>individual, t</td><td>9</td><td>83.4 / 82.7</td><td>86.2 / 85.5</td><td>88.3 / 88.5</td><td>90.9 / 90.1</td></tr>
 * <tr><td>individual, percentile</td><td>5</td><td>84.6 / 84.0</td><td>89.2 / 89.5</td><td>91.7 / 91.2</td><td>93.3 / 92.6</td></tr>
 * <tr><td>individual, percentile</td><td>9</td><td>79.6 / 78.9</td><td>85.9 / 84.9</td><td>88.5 / 88.7</td><td>91.4 / 90.3</td></tr>
 * <tr><td>individual, BCa</td><td>5</td><td>84.9 / 84.6</td><td>90.1 / 90.2</td><td>92.0 / 91.5</td><td>93.5 / 92.7</td></tr>
 * <tr><td>individual, BCa</td><td>9</td><td>80.8 / 79.7</td><td>86.9 / 85.9</td><td>89.3 / 89.4</td><td>91.6 / 90.7</td></tr>
 * <tr><td>used less, Wilson</td><td>5</td><td>95.5 / 95.4</td><td>95.5 / 95.6</td><td>94.1 / 95.3</td><td>95.2 / 94.9</td></tr>
 * <tr><td>used less, Wilson</td><td>9</td><td>96.4 / 96.2</td><td>96.0 / 95.9</td><td>94.9 / 95.8</td><td>95.2 / 94.5</td></tr>
 * </table>
 */
@NullMarked
package org.socialcure.scoring.contact;

import org.jspecify.annotations.NullMarked;
