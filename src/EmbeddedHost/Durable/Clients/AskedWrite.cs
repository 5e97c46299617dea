using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Clients;

/// <summary>A change that a client waits for. What it may not do is told to the client alone.</summary>
/// <param name="apply">Gives the result, or throws the refusal before it changes anything.</param>
/// <param name="follow">What comes of it when it is kept; before the client is told.</param>
internal sealed class AskedWrite<T>(Func<WriteStatements, T> apply, Action<T> follow) : IHistoryWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _refusal;

    public Task<T> Done => _done.Task;

    public void Apply(WriteStatements statements)
    {
        _refusal = null;
        try
        {
            _result = apply(statements);
        }
        catch (Exception refusal) when (refusal is not Microsoft.Data.Sqlite.SqliteException)
        {
            _refusal = refusal;
        }
    }

    public void Committed()
    {
        if (_refusal is not null)
        {
            _done.SetException(_refusal);
            return;
        }

        follow(_result!);
        _done.SetResult(_result!);
    }

    public void Refused(Exception reason) => _done.SetException(reason);
}
