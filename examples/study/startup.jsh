import java.time.LocalDate;
import org.socialcure.core.*;
import org.socialcure.core.answer.*;
import org.socialcure.core.data.*;
import org.socialcure.core.document.*;
import org.socialcure.core.exchange.*;
import org.socialcure.core.fhir.*;
import org.socialcure.core.instrument.*;
import org.socialcure.core.json.*;
import org.socialcure.core.person.*;
import org.socialcure.files.*;
import org.socialcure.mediation.*;
import org.socialcure.mediation.effect.*;
import org.socialcure.mediation.inference.*;
import org.socialcure.mediation.model.*;
import org.socialcure.mediation.prepost.*;
import org.socialcure.mediation.process.*;
import org.socialcure.mediation.regression.*;
import org.socialcure.mediation.report.*;
import org.socialcure.scoring.*;
import org.socialcure.scoring.change.*;
import org.socialcure.scoring.contact.*;
import org.socialcure.scoring.fhir.*;
import org.socialcure.scoring.outcome.*;
import org.socialcure.scoring.reliability.*;
import org.socialcure.scoring.utility.*;

void println(Object value) { System.out.println(value); }
