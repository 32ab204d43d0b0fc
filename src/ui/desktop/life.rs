//! What is chosen once for all cases, held to in every frame and kept for the next start: theme, language, zoom, and the
//! window's size.

use egui::{Context, Vec2, ViewportBuilder, ViewportCommand};

use crate::model::Theme;
use crate::workspace::{
    Appearance, Choices, Claim, Command, Look, Manners, Outside, Wishes, Workspace, ZOOM,
};

use super::super::look;
use super::super::menu::DeskAction;
use super::super::panes;

/// The zooms that are stepped through.
const STEPS: [f32; 11] = [0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];
/// Seconds for which a change rests before it is written.
const REST: f64 = 1.0;
/// Frames after which the window is on its screen, where others find it.
const SHOWN: u64 = 3;
/// Size of the window where none was kept.
const SIZE: Vec2 = Vec2::new(1_440.0, 900.0);
/// What a window manager may need around a window.
const FRAME: Vec2 = Vec2::new(16.0, 64.0);

/// The choices, and what of them was seen to already.
#[derive(Debug)]
pub struct Life {
    pub settings: Choices,
    kept: Choices,
    changed: Option<f64>,
    /// As last set for the screen's size.
    fitted: f32,
    /// The theme in which the window was dressed last.
    dressed: Option<Theme>,
    wishes: Wishes,
    /// The system's language.
    system: Option<String>,
    /// How the user's region writes numbers and days.
    manners: Option<Manners>,
    /// Whether the window was fitted to its screen.
    has_fitted: bool,
    /// The right to open the case that the window was started for.
    claim: Option<Claim>,
}

impl Life {
    /// With what was kept.
    #[must_use]
    pub fn new(outside: &Outside) -> Self {
        let settings = Choices::read(outside.state.as_deref());
        Self {
            kept: settings.clone(),
            settings,
            changed: None,
            fitted: 1.0,
            dressed: None,
            wishes: Wishes::default(),
            system: None,
            manners: None,
            has_fitted: false,
            claim: None,
        }
    }

    /// Lives on a real desktop: its language counts, and its user's wishes are asked for.
    pub fn join(&mut self, workspace: &mut Workspace, claim: Option<Claim>) {
        self.claim = claim;
        self.system = Outside::language();
        self.manners = Outside::manners();
        workspace.ask_for_wishes();
    }

    /// The window as it was left.
    #[must_use]
    pub fn viewport(&self, window: ViewportBuilder) -> ViewportBuilder {
        window.with_inner_size(self.size()).with_maximized(self.settings.maximized)
    }

    /// The window's size as it was left.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        self.settings.size.map_or(SIZE, |(width, height)| Vec2::new(width, height))
    }

    /// Language and theme for a work that has no window yet, as far as they are known by then.
    pub fn prepare(&self, workspace: &mut Workspace) {
        let system = Outside::language();
        self.speak(workspace, system.as_deref(), Outside::manners());
        if let Some(theme) = self.chosen().filter(|theme| *theme != workspace.theme()) {
            workspace.apply(Command::Look(Look::Theme(theme)));
        }
    }

    /// The language that was chosen, before the first answer is heard in another one.
    pub fn greet(&self, workspace: &mut Workspace) {
        self.speak(workspace, self.system.as_deref(), self.manners);
    }

    fn speak(&self, workspace: &mut Workspace, system: Option<&str>, manners: Option<Manners>) {
        let language = self.settings.language.as_deref().or(system);
        workspace.speak(language.unwrap_or("en"), manners);
    }

    /// The theme, where it does not follow the system's.
    fn chosen(&self) -> Option<Theme> {
        match self.settings.appearance {
            Appearance::Light => Some(Theme::Light),
            Appearance::Dark => Some(Theme::Dark),
            Appearance::Contrast => Some(Theme::Contrast),
            Appearance::ContrastDark => Some(Theme::ContrastDark),
            Appearance::System => None,
        }
    }

    /// Does what the table says.
    pub fn act(&mut self, action: DeskAction, ctx: &Context) {
        match action {
            DeskAction::Appear(appearance) => self.settings.appearance = appearance,
            DeskAction::Larger => self.settings.zoom = Some(stepped(ctx.zoom_factor(), 1)),
            DeskAction::Smaller => self.settings.zoom = Some(stepped(ctx.zoom_factor(), -1)),
            DeskAction::OwnSize => {
                self.settings.zoom = None;
                self.fitted = 1.0;
                ctx.set_zoom_factor(1.0);
            }
            DeskAction::Speak(language) => self.settings.language = language.map(str::to_owned),
            DeskAction::Help | DeskAction::About => {}
        }
    }

    /// From light to dark and back, in high contrast as well.
    pub fn other(&mut self, theme: Theme) {
        self.settings.appearance = match theme {
            Theme::Light => Appearance::Dark,
            Theme::Dark => Appearance::Light,
            Theme::Contrast => Appearance::ContrastDark,
            Theme::ContrastDark => Appearance::Contrast,
        };
    }

    /// Sees to it in every frame that all is as chosen.
    pub fn keep_up(&mut self, ctx: &Context, workspace: &mut Workspace) {
        self.speak(workspace, self.system.as_deref(), self.manners);
        self.theme(ctx, workspace);
        match self.settings.zoom {
            // egui takes a new zoom with the next frame.
            Some(zoom) if ctx.zoom_factor() != zoom => ctx.set_zoom_factor(zoom),
            Some(_) => {}
            None => self.fitted = panes::zoom(ctx, self.fitted),
        }
        self.window(ctx);
        self.claim.take_if(|_| ctx.cumulative_frame_nr() > SHOWN && !workspace.busy());
        if self.claim.is_some() {
            ctx.request_repaint();
        }
        if self.settings != self.kept {
            let now = ctx.input(|input| input.time);
            let since = *self.changed.get_or_insert(now);
            if now - since >= REST {
                self.keep(workspace);
            } else {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(REST));
            }
        }
    }

    /// Keeps what was not written yet: the window closes.
    pub fn leave(&mut self, workspace: &mut Workspace) {
        if self.settings != self.kept {
            self.keep(workspace);
        }
    }

    fn keep(&mut self, workspace: &mut Workspace) {
        workspace.keep_settings(&self.settings);
        self.kept = self.settings.clone();
        self.changed = None;
    }

    fn theme(&mut self, ctx: &Context, workspace: &mut Workspace) {
        let wishes = workspace.wishes();
        let wanted = match self.settings.appearance {
            // A view may wish for another one, but for eyes that need contrast.
            Appearance::System if wishes != self.wishes || wishes.contrast || self.dressed.is_none() => {
                wished(wishes, workspace.theme())
            }
            Appearance::System => (self.kept.appearance != Appearance::System && self.changed.is_none())
                .then(|| wished(wishes, Theme::Light))
                .flatten(),
            _ => self.chosen(),
        };
        self.wishes = wishes;
        if let Some(theme) = wanted.filter(|theme| *theme != workspace.theme()) {
            workspace.apply(Command::Look(Look::Theme(theme)));
        }
        if self.dressed != Some(workspace.theme()) {
            look::dress_in(ctx, workspace.theme());
            self.dressed = Some(workspace.theme());
        }
    }

    /// Notes the window's size; one that is larger than its screen fills it instead.
    fn window(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let (inner, screen, maximized) = ctx.input(|input| {
            let about = input.viewport();
            let is_usual = !about.minimized.unwrap_or(false) && !about.fullscreen.unwrap_or(false);
            (about.inner_rect.filter(|_| is_usual), about.monitor_size, about.maximized)
        });
        if let Some((inner, screen)) = inner.zip(screen).filter(|_| !self.has_fitted) {
            self.has_fitted = true;
            let room = screen - FRAME / zoom;
            if inner.width() > room.x || inner.height() > room.y {
                ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
                return;
            }
        }
        let (Some(inner), Some(maximized)) = (inner, maximized) else { return };
        self.settings.maximized = maximized;
        if !maximized && inner.width() > 1.0 {
            let size = inner.size() * zoom;
            let known = self.settings.size.map(|(width, height)| Vec2::new(width, height));
            if known.is_none_or(|known| (known - size).abs().max_elem() > 1.0) {
                self.settings.size = Some((size.x, size.y));
            }
        }
    }
}

fn wished(wishes: Wishes, now: Theme) -> Option<Theme> {
    match (wishes.contrast, wishes.dark) {
        (true, true) => Some(Theme::ContrastDark),
        (true, false) => Some(Theme::Contrast),
        (false, true) => Some(Theme::Dark),
        (false, false) => (now != Theme::Light).then_some(Theme::Light),
    }
}

/// The next zoom of the steps in a direction.
fn stepped(now: f32, by: i32) -> f32 {
    let next = if by > 0 {
        STEPS.into_iter().find(|step| *step > now + 0.01)
    } else {
        STEPS.into_iter().rev().find(|step| *step < now - 0.01)
    };
    next.unwrap_or(now).clamp(ZOOM.0, ZOOM.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_goes_by_steps_and_stays_within_its_bounds() {
        assert_eq!(stepped(1.0, 1), 1.1);
        assert_eq!(stepped(1.07, -1), 1.0);
        assert_eq!((stepped(3.0, 1), stepped(0.75, -1)), (3.0, 0.75));
    }
}
