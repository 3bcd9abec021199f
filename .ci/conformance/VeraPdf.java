import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against profiles of veraPDF: {@code VeraPdf ua1,2a one.pdf other.pdf}.
 *
 * <p>All files in one Java machine, which starts once and stays warm. Prints a line a file and the rules that it breaks;
 * exits 1 when a file breaks a rule, or when no rule was looked at, and 2 when there is no file.
 */
public final class VeraPdf {
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: VeraPdf PROFILE[,PROFILE] FILE.pdf...");
      System.exit(2);
    }
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> profiles = new ArrayList<>();
    for (String name : args[0].split(",")) {
      PDFAFlavour profile = PDFAFlavour.fromString(name);
      // An unknown name would silently check nothing.
      if (profile == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no such profile: " + name);
      profiles.add(profile);
    }
    boolean allConform = true;
    for (int i = 1; i < args.length; i++) allConform &= conforms(Path.of(args[i]), profiles);
    System.exit(allConform ? 0 : 1);
  }

  private static boolean conforms(Path file, List<PDFAFlavour> profiles) throws Exception {
    boolean conforms = true;
    StringBuilder line = new StringBuilder(file.toString()).append(':');
    Map<String, Integer> broken = new TreeMap<>();
    for (PDFAFlavour profile : profiles) {
      ValidationResult result = validate(file, profile);
      boolean passes = result.isCompliant() && result.getTotalAssertions() > 0;
      line.append(' ').append(profile.getId()).append(passes ? " ok (" : " BROKEN (");
      line.append(result.getTotalAssertions()).append(" checks)");
      conforms &= passes;
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          String rule = profile.getId() + " clause " + assertion.getRuleId().getClause();
          broken.merge(rule + "-" + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage(), 1, Integer::sum);
        }
      }
    }
    System.out.println(line);
    broken.forEach((rule, times) -> System.out.println("    " + times + "x " + rule));
    return conforms;
  }

  private static ValidationResult validate(Path file, PDFAFlavour profile) throws Exception {
    VeraPDFFoundry foundry = Foundries.defaultInstance();
    try (var bytes = Files.newInputStream(file);
        var parser = foundry.createParser(bytes, profile);
        var validator = foundry.createValidator(profile, false)) {
      return validator.validate(parser);
    }
  }
}
