using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Frame;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Puts what is wrong with a document at the fields of its form, and what is wrong with its condition at the lines of that.</summary>
/// <param name="pointer">Where the document has the condition.</param>
/// <param name="field">What the form calls it.</param>
/// <param name="fieldOf">Where the other faults belong.</param>
internal sealed class OutlineFaults(string pointer, string field, Func<DocumentFault, string> fieldOf)
{
    public void Tell(Visit visit, OutlineGroup typed, OutlineWriter written, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var (path, message) in written.Faults.Select(fault => (fault.Path, fault.Message)).Concat(UnfinishedLines.Of(typed)))
            visit.Fault($"{field}.{path}", message);
        foreach (var fault in faults) visit.Fault(FieldOf(written, fault), fault.Message);
    }

    private string FieldOf(OutlineWriter written, DocumentFault fault)
    {
        if (!fault.Pointer.StartsWith(pointer, StringComparison.Ordinal)) return fieldOf(fault);
        var path = written.PathOf(fault.Pointer[pointer.Length..]);
        return path.Length == 0 ? field : $"{field}.{path}";
    }
}
