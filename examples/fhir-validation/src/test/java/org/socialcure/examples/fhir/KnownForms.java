package org.socialcure.examples.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.socialcure.core.fhir.FhirResource;

/** Finds questionnaires and code systems by their addresses, with and without a version. */
final class KnownForms implements IValidationSupport {
  private final FhirContext context;
  private final Map<String, MetadataResource> known = new ConcurrentHashMap<>();

  KnownForms(FhirContext context) {
    this.context = context;
  }

  void add(FhirResource resource) {
    MetadataResource parsed =
        (MetadataResource) context.newJsonParser().parseResource(resource.json());
    known.put(parsed.getUrl(), parsed);
    known.put(parsed.getUrl() + "|" + parsed.getVersion(), parsed);
  }

  @Override
  public <T extends IBaseResource> T fetchResource(Class<T> type, String uri) {
    MetadataResource found = uri == null ? null : known.get(uri);
    return type != null && type.isInstance(found) ? type.cast(found) : null;
  }

  @Override
  public IBaseResource fetchCodeSystem(String system) {
    return fetchResource(CodeSystem.class, system);
  }

  @Override
  public FhirContext getFhirContext() {
    return context;
  }
}
