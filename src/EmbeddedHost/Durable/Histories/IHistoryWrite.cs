namespace EmbeddedHost.Durable.Histories;

/// <summary>A change of durable.db: all of it is kept, or nothing.</summary>
internal interface IHistoryWrite
{
    /// <summary>May be called again where a commit did not succeed, so it changes nothing but the file.</summary>
    void Apply(WriteStatements statements);

    /// <summary>The change is in the file. Must not wait for anything.</summary>
    void Committed();

    /// <summary>The change can never be made.</summary>
    void Refused(Exception reason);
}
