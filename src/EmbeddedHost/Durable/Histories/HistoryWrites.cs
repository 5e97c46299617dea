using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Histories;

/// <summary>The parts that changes of durable.db are made of.</summary>
internal static class HistoryWrites
{
    public static InstanceRow? Find(this WriteStatements statements, string id)
    {
        using var row = statements.FindInstance.Read(id);
        return row.Read() ? RowReading.Instance(row) : null;
    }

    public static List<InstanceRow> FindChildren(this WriteStatements statements, long run)
    {
        var found = new List<InstanceRow>();
        using var row = statements.ChildrenOf.Read(run);
        while (row.Read()) found.Add(RowReading.Instance(row));
        return found;
    }

    /// <summary>Keeps a new instance. What was kept of a finished one with its id is gone.</summary>
    public static void Begin(this WriteStatements statements, NewInstance instance, InstanceRow? replaced)
    {
        if (replaced is not null) statements.Forget(replaced);
        statements.InsertInstance.Run(
            instance.Run, instance.Id, instance.Name, (int)OrchestrationRuntimeStatus.Pending, instance.CreatedAt,
            instance.StartAt, instance.Input, instance.Tags, instance.Parent?.Id, instance.Parent?.Name,
            instance.Parent?.Run ?? 0, instance.Parent?.Task ?? -1);
    }

    public static void Forget(this WriteStatements statements, InstanceRow instance)
    {
        statements.DeleteHistory.Run(instance.Run);
        statements.DeleteAllPending.Run(instance.Run);
        statements.DeleteMessagesOf.Run(instance.Id);
        statements.DeleteInstance.Run(instance.Run);
    }

    public static void Keep(this WriteStatements statements, Addressed one) => statements.InsertMessage.Run(
        one.Message.Sequence, one.Id, one.Run, (int)one.Message.Kind, one.Message.Task, one.Message.Name, one.Message.Payload,
        one.Message.Recursive ? 1 : 0);

    public static void Append(this WriteStatements statements, long run, int sequence, HistoryEvent happened) =>
        statements.InsertEvent.Run(
            run, sequence, (int)happened.Kind, happened.Task, happened.Name, happened.Payload, happened.Target, happened.At);
}
