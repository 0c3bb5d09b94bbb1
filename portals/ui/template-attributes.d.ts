import 'vue';

/** Attributes that fall through to a component's root element; templates are otherwise checked strictly. */
declare module 'vue' {
  interface AllowedComponentProps {
    'data-testid'?: string;
    'aria-label'?: string;
    id?: string;
    lang?: string;
    title?: string;
  }
  interface HTMLAttributes {
    'data-testid'?: string;
  }
}
