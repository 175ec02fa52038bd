import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/pages.css';
import './style/charts.css';
import './shell.js';
