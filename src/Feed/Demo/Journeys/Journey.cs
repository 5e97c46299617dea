using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>Lives one person's month: visits, mails and what they lead to, in the order in which they come.</summary>
internal sealed class Journey
{
    private const double ShareWithdrawing = 0.04;
    private const double ShareOnSecondDevice = 0.3;
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(31);

    private readonly Person _person;
    private readonly DemoPlan _plan;
    private readonly ItemChooser _chooser;
    private readonly Dice _dice;
    private readonly Agenda _agenda = new();
    private readonly Shown _shown = new();
    private readonly Recognition _recognition;
    private readonly Timeline _timeline;
    private readonly VisitWalk _walk;
    private DateTimeOffset _lastEnd;
    private DateTimeOffset _loginFrom;
    private bool _mayMail;

    public Journey(Person person, DemoPlan plan, ItemChooser chooser, Dice dice)
    {
        (_person, _plan, _chooser, _dice) = (person, plan, chooser, dice);
        (_recognition, _timeline, _mayMail) = (new Recognition(person), new Timeline(plan.Now), person.Consents.Email);
        _walk = new VisitWalk(person, chooser, _shown, plan.Now, dice);
    }

    public PersonMonth Live()
    {
        PlanAhead();
        while (_agenda.TryNext(out var moment))
        {
            switch (moment)
            {
                case Moment.Visit visit: Visit(visit); break;
                case Moment.Mailing mailing: Receive(mailing); break;
                case Moment.Withdrawal withdrawal: Withdraw(withdrawal); break;
            }
        }

        var converted = Conversion.Happens(_person, _shown, _timeline, _dice);
        return new PersonMonth(_person, _timeline.Events, converted);
    }

    private void PlanAhead()
    {
        var visits = VisitTimes.Draw(_person, _plan, _dice);
        foreach (var at in visits) _agenda.Add(new Moment.Visit(at, Entry.Draw(_dice)));
        _loginFrom = visits[_dice.Below(visits.Count)];
        if (_person.UserId is null) return;

        foreach (var newsletter in Mailings.Newsletters(_plan)) _agenda.Add(newsletter);
        if (_dice.Chance(ShareWithdrawing))
            _agenda.Add(new Moment.Withdrawal(_plan.Start.AddMinutes(_dice.Below(_plan.Days * 24 * 60))));
        if (!_person.KnownBefore) return;
        var noted = _plan.Start.AddSeconds(_person.Index % 60);
        _timeline.Add(CustomerFacts.Upserted(_person, noted));
        _timeline.Add(CustomerFacts.Consented(_person, noted));
    }

    private void Visit(Moment.Visit visit)
    {
        var isBusy = visit.At < _lastEnd + LeastPause;
        if (isBusy && visit.Landing is not null) return;
        var start = isBusy ? (_lastEnd + LeastPause).AddSeconds(Math.Round(_dice.Exponential(3600))) : visit.At;
        if (start > _plan.Now) return;

        var device = _person.Devices[_person.Devices.Count > 1 && _dice.Chance(ShareOnSecondDevice) ? 1 : 0];
        var context = new VisitContext(_dice.Hex(14), device, _person.Language, _person.Tracking != Tracking.DeviceAndUser);
        var recorder = new VisitRecorder(_person, _recognition, _timeline, context, visit.Entry, start);
        var formsBefore = _shown.Forms;
        _walk.Walk(recorder, visit.Entry, visit.Landing, logsIn: _recognition.IsKnown || start >= _loginFrom);
        _lastEnd = recorder.Clock;
        if (_shown.Forms > formsBefore && _person.UserId is not null) _agenda.Add(Mailings.FollowUp(_lastEnd, _shown.Forms));
    }

    private void Receive(Moment.Mailing mailing)
    {
        if (!_mayMail || !_recognition.IsKnown) return;
        var visit = Mailings.Receive(mailing, _person, _chooser, _shown, _timeline, _dice);
        if (visit is not null) _agenda.Add(visit);
    }

    private void Withdraw(Moment.Withdrawal withdrawal)
    {
        if (!_mayMail || !_recognition.IsKnown) return;
        _mayMail = false;
        _timeline.Add(CustomerFacts.Withdrew(_person, "email", withdrawal.At));
    }
}
