namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class LeaveOutEnum() : WireEnum(
    "LeaveOut", "Whose items a list leaves out: none, those bought, those seen.",
    "none", "bought", "seen");
