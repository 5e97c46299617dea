namespace PersonalizationEngine.Engine.Sync.Gorse;

public sealed record ChangedPerson(DateTimeOffset ChangedAt, SyncedPerson Person) : IChange
{
    string IChange.Id => Person.PersonId;
}
