/** Files as all modules of the library write them. Exported to them only. */
@NullMarked
package org.socialcure.core.internal.file;

import org.jspecify.annotations.NullMarked;
