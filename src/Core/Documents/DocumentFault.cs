namespace PersonalizationEngine.Core.Documents;

/// <summary>What is wrong with a document and where.</summary>
/// <param name="Pointer">RFC 6901 pointer of the offending value; empty for the whole document.</param>
/// <param name="Message">What is accepted, with the range: "must be a whole number from 1 to 100".</param>
public sealed record DocumentFault(string Pointer, string Message)
{
    /// <summary>The pointer as people write it: <c>data.user_id</c>, <c>variants[1].weight</c>.</summary>
    public string Field => JsonPointer.ToField(Pointer);
}
