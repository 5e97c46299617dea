using GraphQL;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>What is wrong with what was asked, by a code that programs can go by.</summary>
internal sealed class GraphFault : ExecutionError
{
    private GraphFault(string code, string message, params ReadOnlySpan<(string Name, object? Value)> extensions)
        : base(message)
    {
        Code = code;
        Extensions = [];
        foreach (var (name, value) in extensions) Extensions[name] = value;
    }

    public static GraphFault Of(DocumentFault fault) => Of(FieldError.Of(fault));

    public static GraphFault Of(FieldError error) => new(
        FaultCodes.BadInput, error.Field.Length == 0 ? $"The input {error.Message}" : $"{error.Field} {error.Message}",
        ("field", error.Field), ("pointer", error.Pointer), ("accepted", error.Message));

    /// <param name="argument">The document is the value of.</param>
    public static GraphFault InDocument(string argument, DocumentFault fault)
    {
        var name = GraphNames.OfField(fault.Field);
        var field = name.Length == 0 ? argument : $"{argument}{(name[0] == '[' ? "" : ".")}{name}";
        return new GraphFault(
            FaultCodes.BadInput, $"{field} {fault.Message}", ("field", field), ("pointer", fault.Pointer), ("accepted", fault.Message));
    }

    /// <param name="accepted">As in "must be a whole number from 1 to 100".</param>
    public static GraphFault BadInput(string field, string accepted) => Of(new FieldError(field, null, accepted));

    public static GraphFault NotFound(string what) => new(FaultCodes.NotFound, what);

    public static GraphFault Conflict(string reason) => new(FaultCodes.Conflict, reason);

    public static GraphFault Outdated(int version) => new(
        FaultCodes.Outdated, $"It has version {version} now: read it again and send that version as ifVersion.", ("version", version));

    public static GraphFault Forbidden(string detail) => new(FaultCodes.Forbidden, detail);

    public static GraphFault Unauthenticated(string detail) => new(FaultCodes.Unauthenticated, detail);

    public static GraphFault TooCostly(string limit, string detail, long most) => new(FaultCodes.TooCostly, detail, ("limit", limit), ("most", most));

    public static GraphFault Invalid(string detail) => new(FaultCodes.ValidationFailed, detail);

    public static GraphFault BadRequest(string detail) => new(FaultCodes.BadRequest, detail);

    public static GraphFault MethodNotAllowed() => new(FaultCodes.MethodNotAllowed, "A mutation is sent by POST.");

    public static GraphFault Unavailable() => new(FaultCodes.Unavailable, "A system behind this one does not answer. Try again in a moment.");

    public static GraphFault TimedOut(TimeSpan after) => new(FaultCodes.TimedOut, $"It took longer than {after.TotalSeconds:0.###} seconds.");
}
