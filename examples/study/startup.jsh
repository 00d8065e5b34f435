import org.socialcure.core.*;
import org.socialcure.core.data.*;
import org.socialcure.mediation.*;
import org.socialcure.mediation.report.*;
import org.socialcure.scoring.*;

void println(Object value) { System.out.println(value); }
