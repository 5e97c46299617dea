namespace EmbeddedHost.Hosting;

/// <summary>Everything that keeps the host from starting, collected so that it is told at once.</summary>
internal sealed class StartFaults
{
    private readonly List<string> _faults = [];

    public void Add(string fault) => _faults.Add(fault);

    /// <exception cref="StartRefusedException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw new StartRefusedException(string.Join(Environment.NewLine, _faults));
    }
}
